package org.tocsin.console.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.console.intake.Decoder;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.PlainJson;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;

/** The contract's two forms, as the desk and the gateway use them. */
public final class Wire implements Decoder {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone gives the offset of the times in decoded records
   */
  public Wire(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public JsonNode decode(String topic, byte[] value) {
    Contract contract = contract(topic);
    Reading reading = SingleObject.decode(contract, value, clock.millis());
    if (reading instanceof Reading.Refused refused) {
      throw new IllegalArgumentException(refused.code() + ", " + refused.reason());
    }
    return json(contract, ((Reading.Accepted) reading).record());
  }

  /** Checks a line of plain JSON against the contract. */
  public Reading read(Contract contract, byte[] line) {
    return PlainJson.read(contract, line, clock.millis());
  }

  public JsonNode json(Contract contract, GenericRecord record) {
    try {
      return JSON.readTree(PlainJson.write(contract, record, zone));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain JSON that is no JSON", e);
    }
  }

  private static Contract contract(String topic) {
    return Contract.ofTopic(topic)
        .orElseThrow(() -> new IllegalArgumentException("no such topic in the contract: " + topic));
  }
}
