package org.tocsin.console.intake;

import com.fasterxml.jackson.databind.JsonNode;

/** From the bytes of a topic to plain JSON. */
@FunctionalInterface
public interface Decoder {

  /**
   * @return the record as plain JSON of the contract
   * @throws RuntimeException when the bytes are no record of this topic
   */
  JsonNode decode(String topic, byte[] value);
}
