package org.tocsin.schemas;

import org.apache.avro.generic.GenericRecord;

/** What came of reading one record: it is used, or it is refused with a reason. Never neither. */
public sealed interface Reading {

  /** Every field has the type, form and range of the contract. */
  record Accepted(GenericRecord record) implements Reading {}

  /**
   * The record breaks the contract.
   *
   * @param reason an English sentence that names the field and what was expected; it never repeats
   *     what was sent, which may be a person's token
   * @param source of the record, where legible; else null
   * @param eventId of the record, where legible; else null
   */
  record Refused(ReasonCode code, String reason, String source, String eventId)
      implements Reading {}
}
