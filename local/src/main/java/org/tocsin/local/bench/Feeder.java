package org.tocsin.local.bench;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.core.event.Event;
import org.tocsin.runtime.wire.Outgoing;

/** Sends events to their topics as Avro. */
final class Feeder implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * @param lingerMillis how long a batch waits to be filled: long to fill topics, 0 to measure
   *     latency
   */
  Feeder(String bootstrap, int lingerMillis) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.LINGER_MS_CONFIG,
                lingerMillis,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10,
                ProducerConfig.ACKS_CONFIG,
                "1",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                false),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void send(Event event) {
    Outgoing outgoing = Outgoing.of(event);
    producer.send(
        new ProducerRecord<>(event.stream().topic(), outgoing.key(), outgoing.value()),
        (sent, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }

  /** Sends events {@code from} to {@code to} (exclusive) of a mix. */
  void send(LongFunction<Event> mix, long from, long to) {
    for (long i = from; i < to; i++) {
      send(mix.apply(i));
    }
    flush();
  }

  /** An event and when it is due, as {@link System#nanoTime}. */
  @FunctionalInterface
  interface Due {
    Event event(long index, long dueNanos);
  }

  /** Sends so many events at a fixed rate, each made when it is due; waits for no answer. */
  void sendAtRate(Due events, long count, int ratePerSecond) {
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000L / ratePerSecond;
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      send(events.event(i, due));
    }
    flush();
  }

  /** Returns once the broker has all that was sent. */
  void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new IllegalStateException("the broker did not take an event", failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
