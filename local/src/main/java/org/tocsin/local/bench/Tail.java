package org.tocsin.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;

/** Reads what comes to an output topic from now on, as soon as it comes, until it is closed. */
final class Tail implements AutoCloseable {

  private final String bootstrap;
  private final Contract contract;
  private final Reader reader;
  private final AtomicBoolean reading = new AtomicBoolean(true);
  private final CountDownLatch placed = new CountDownLatch(1);
  private final Thread thread;

  /** What is done with a record that was in the reader's hands at a time. */
  @FunctionalInterface
  interface Reader {
    void read(GenericRecord record, long nanos);
  }

  private Tail(String bootstrap, Contract contract, Reader reader) {
    this.bootstrap = bootstrap;
    this.contract = contract;
    this.reader = reader;
    this.thread = new Thread(this::read, "bench-tail-" + contract.topic());
  }

  /** Returns once nothing that comes from now on is missed. */
  static Tail of(String bootstrap, Contract contract, Reader reader) throws InterruptedException {
    Tail tail = new Tail(bootstrap, contract, reader);
    tail.thread.start();
    tail.placed.await();
    return tail;
  }

  private void read() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            5);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(contract.topic()).stream()
              .map(info -> new TopicPartition(contract.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      placed.countDown();
      while (reading.get()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          reader.read(decoded(record.value()), System.nanoTime());
        }
      }
    } finally {
      placed.countDown();
    }
  }

  private GenericRecord decoded(byte[] value) {
    Reading reading = SingleObject.decode(contract, value, System.currentTimeMillis());
    if (reading instanceof Reading.Accepted accepted) {
      return accepted.record();
    }
    throw new IllegalStateException(
        "a record of " + contract.topic() + " cannot be read: " + reading);
  }

  @Override
  public void close() throws InterruptedException {
    reading.set(false);
    thread.join();
  }
}
