package org.tocsin.cluster;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.SingleObject;

/** What stands in an output topic, read from its beginning. */
final class Warnings {

  private Warnings() {}

  /** The last version of each warning by its id. */
  static Map<String, GenericRecord> byId(String bootstrap) {
    return lastBy(bootstrap, Contract.WARNING, "warningId");
  }

  /** The last record of each value of {@code field}, in the order of first appearance. */
  static Map<String, GenericRecord> lastBy(String bootstrap, Contract contract, String field) {
    Map<String, GenericRecord> found = new LinkedHashMap<>();
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(contract.topic()).stream()
              .map(info -> new TopicPartition(contract.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          GenericRecord value = read(contract, record.value());
          found.put(String.valueOf(value.get(field)), value);
        }
      }
    }
    return found;
  }

  /** The patterns that were warned of, each once. */
  static Set<String> patterns(Map<String, GenericRecord> warnings) {
    Set<String> patterns = new TreeSet<>();
    warnings.values().forEach(warning -> patterns.add(String.valueOf(warning.get("pattern"))));
    return patterns;
  }

  private static GenericRecord read(Contract contract, byte[] value) {
    Reading reading = SingleObject.decode(contract, value, System.currentTimeMillis());
    if (reading instanceof Reading.Accepted accepted) {
      return accepted.record();
    }
    throw new IllegalStateException("an output that is no record of its topic: " + reading);
  }
}
