package org.tocsin.local.feed;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.core.event.Event;
import org.tocsin.local.CannotRun;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.KafkaAccess;

/** Sends events to their topics as a bank's or carrier's own program would. For one thread. */
public final class Sender implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaAccess kafka;
  private final Map<Contract, Long> sent = new EnumMap<>(Contract.class);
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public Sender(KafkaAccess kafka) {
    this.kafka = kafka;
    Map<String, Object> client = kafka.client();
    client.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    client.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 17);
    client.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    client.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
    this.producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
  }

  /** Hands the event over; whether it arrived is known after {@link #flush}. */
  public void send(Event event) {
    Outgoing out = Outgoing.of(event);
    requireNoFailure();
    producer.send(
        new ProducerRecord<>(out.contract().topic(), out.key(), out.value()),
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
    sent.merge(out.contract(), 1L, Long::sum);
  }

  /** Waits until everything sent has arrived. */
  public void flush() {
    producer.flush();
    requireNoFailure();
  }

  private void requireNoFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw new CannotRun("the broker at %s took no more: %s".formatted(kafka, e), e);
    }
  }

  /** How many went to each stream. */
  public Map<Contract, Long> sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}
