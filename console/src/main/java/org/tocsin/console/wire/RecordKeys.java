package org.tocsin.console.wire;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.schemas.Contract;

/**
 * Kafka keys: the token of the entity a record is first of all about, so that its records stay in
 * order.
 */
public final class RecordKeys {

  private RecordKeys() {}

  public static String of(Contract contract, GenericRecord record) {
    return switch (contract) {
      case TRANSACTION -> first(record, "payerAccount", "payeeAccount");
      case CALL -> first(record, "caller");
      case CARD_OPENING -> first(record, "person");
      case CLUE -> first(record, "phone", "account", "person");
      case OUTCOME -> first(record, "person", "caseId");
      default -> throw new IllegalArgumentException(contract.topic() + " is no input");
    };
  }

  private static String first(GenericRecord record, String... fields) {
    return List.of(fields).stream()
        .map(record::get)
        .filter(value -> value != null)
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }
}
