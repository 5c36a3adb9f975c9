package org.tocsin.console.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.KafkaAccess;
import org.tocsin.schemas.SingleObject;

/** Writes checked input records to their topics. */
public final class Sender implements AutoCloseable {

  /** Who waits at a form or a connection is told by then that the broker is away. */
  private static final int DELIVERY_MILLIS = 10_000;

  private static final int REQUEST_MILLIS = 5_000;
  private static final int BLOCK_MILLIS = 5_000;

  private final KafkaProducer<String, byte[]> producer;

  public Sender(KafkaAccess kafka) {
    Map<String, Object> settings = kafka.client();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "tocsin-console");
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * @return done when the broker has it; failed when it could not be delivered in time. The same
   *     record may be sent again: its readers drop duplicates
   */
  public CompletableFuture<Void> send(Contract contract, GenericRecord record, long eventTime) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      producer.send(
          new ProducerRecord<>(
              contract.topic(),
              null,
              eventTime,
              RecordKeys.of(contract, record),
              SingleObject.encode(contract, record)),
          (metadata, problem) -> {
            if (problem == null) {
              sent.complete(null);
            } else {
              sent.completeExceptionally(problem);
            }
          });
    } catch (org.apache.kafka.common.KafkaException e) {
      sent.completeExceptionally(e);
    }
    return sent;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
