package org.tocsin.runtime.kafka;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.wire.Outgoing;

/**
 * Writes to Kafka at least once: after a recovery records may come again, under the same ids. An
 * exactly-once sink would hold each warning back until the next checkpoint.
 */
public final class KafkaOutput {

  private KafkaOutput() {}

  /**
   * Where a value goes, and as what: mostly {@code Outgoing::of}.
   *
   * @param <T> what the job has made
   */
  @FunctionalInterface
  public interface Writer<T> extends Serializable {
    Outgoing write(T value);
  }

  /**
   * @param uid the sink's uid and name
   */
  public static <T> void attach(
      DataStream<T> values, JobSettings settings, String uid, Writer<T> writer) {
    attachRecords(values, settings, uid, (value, context, time) -> record(writer.write(value)));
  }

  /** The same for what is no stream of the contract. */
  static <T> void attachRecords(
      DataStream<T> values,
      JobSettings settings,
      String uid,
      KafkaRecordSerializationSchema<T> serialization) {
    values
        .sinkTo(
            KafkaSink.<T>builder()
                .setKafkaProducerConfig(settings.kafkaClient())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(serialization)
                // Kafka 4 waits 5 ms for a batch by default; under load batches fill by themselves.
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
                .setProperty(ProducerConfig.ACKS_CONFIG, "all")
                .build())
        .name(uid)
        .uid(uid);
  }

  private static ProducerRecord<byte[], byte[]> record(Outgoing outgoing) {
    return new ProducerRecord<>(
        outgoing.contract().topic(),
        outgoing.key().getBytes(StandardCharsets.UTF_8),
        outgoing.value());
  }
}
