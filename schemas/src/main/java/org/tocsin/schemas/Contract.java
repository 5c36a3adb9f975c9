package org.tocsin.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The streams of the contract, version 1: topic, file and schema of each; and those between parts
 * of the centre, which nobody else may rely on.
 */
public enum Contract {
  TRANSACTION(Direction.INPUT, "events.transaction.v1", "transactions.ndjson"),
  CALL(Direction.INPUT, "events.call.v1", "calls.ndjson"),
  CARD_OPENING(Direction.INPUT, "events.card-opening.v1", "card-openings.ndjson"),
  CLUE(Direction.INPUT, "events.clue.v1", "clues.ndjson"),
  OUTCOME(Direction.INPUT, "dissuasion.outcomes.v1", "outcomes.ndjson"),
  SIGNAL(Direction.OUTPUT, "signals.v1", "signals.ndjson"),
  WARNING(Direction.OUTPUT, "warnings.v1", "warnings.ndjson"),
  TASK(Direction.OUTPUT, "dissuasion.tasks.v1", "tasks.ndjson"),
  QUEUE(Direction.OUTPUT, "dissuasion.queue.v1", "queue.ndjson"),
  CASE(Direction.OUTPUT, "cases.v1", "cases.ndjson"),
  ADVICE(Direction.OUTPUT, "advice.v1", "advice.ndjson"),
  LINK(Direction.OUTPUT, "links.v1", "links.ndjson"),
  REJECTED(Direction.OUTPUT, "rejected.v1", "rejected.ndjson"),
  NOT_WARNED(Direction.INTERNAL, "not-warned.v1", "not-warned.ndjson");

  /** An input record may hold this many bytes, in either form. */
  public static final int RECORD_BYTES_MAX = 64 * 1024;

  /** Whether the centre reads a stream from others or writes it for them. */
  public enum Direction {
    INPUT,
    OUTPUT,
    /** From one part of the centre to another; in no folder. */
    INTERNAL
  }

  private final Direction direction;
  private final String topic;
  private final String file;

  // Avro's schemas could be changed by their nature; nothing of ours does.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Schema schema;

  private final long fingerprint;

  @SuppressWarnings("ImmutableEnumChecker")
  private final RecordPlan plan;

  Contract(Direction direction, String topic, String file) {
    this.direction = direction;
    this.topic = topic;
    this.file = file;
    this.schema = SchemaFiles.parse(resource("/tocsin/schemas/" + topic + ".avsc"));
    this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    this.plan = RecordPlan.of(schema);
  }

  public Direction direction() {
    return direction;
  }

  /** The Kafka topic; it is also what every {@code stream} field says. */
  public String topic() {
    return topic;
  }

  /** The file name in a folder that is read or written. */
  public String file() {
    return file;
  }

  public Schema schema() {
    return schema;
  }

  /** CRC-64-AVRO of the schema's canonical form, as the single-object header carries it. */
  public long fingerprint() {
    return fingerprint;
  }

  RecordPlan plan() {
    return plan;
  }

  public static Optional<Contract> ofTopic(String topic) {
    return Arrays.stream(values()).filter(contract -> contract.topic.equals(topic)).findFirst();
  }

  public static List<Contract> inputs() {
    return Arrays.stream(values()).filter(c -> c.direction == Direction.INPUT).toList();
  }

  public static List<Contract> outputs() {
    return Arrays.stream(values()).filter(c -> c.direction == Direction.OUTPUT).toList();
  }

  public static List<Contract> internal() {
    return Arrays.stream(values()).filter(c -> c.direction == Direction.INTERNAL).toList();
  }

  private static String resource(String name) {
    try (InputStream in = Contract.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
