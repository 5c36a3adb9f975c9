package org.tocsin.core.event;

import java.util.Arrays;
import java.util.Optional;

/** The input streams of the contract: the Kafka topic and the file that carry each. */
public enum Stream {
  TRANSACTION("events.transaction.v1", "transactions.ndjson"),
  CALL("events.call.v1", "calls.ndjson"),
  CARD_OPENING("events.card-opening.v1", "card-openings.ndjson"),
  CLUE("events.clue.v1", "clues.ndjson"),
  OUTCOME("dissuasion.outcomes.v1", "outcomes.ndjson");

  private final String topic;
  private final String file;

  Stream(String topic, String file) {
    this.topic = topic;
    this.file = file;
  }

  /** The Kafka topic; it is also what every {@code stream} field of an output record says. */
  public String topic() {
    return topic;
  }

  /** The file name in a folder given to {@code feed} or {@code replay}. */
  public String file() {
    return file;
  }

  public static Optional<Stream> ofTopic(String topic) {
    return Arrays.stream(values()).filter(s -> s.topic.equals(topic)).findFirst();
  }
}
