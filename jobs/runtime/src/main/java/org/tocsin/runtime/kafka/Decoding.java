package org.tocsin.runtime.kafka;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.ReasonCode;
import org.tocsin.schemas.SingleObject;

/**
 * Decodes inside the source: a record becomes a value or a rejection, never an exception, so no
 * record can stop a job. Counts, per stream, {@code read = accepted + rejected}.
 */
final class Decoding<T> implements KafkaRecordDeserializationSchema<Either<T, Rejection>> {

  private static final long serialVersionUID = 1L;

  private final List<Contract> streams;
  private final RecordReader<T> reader;
  private final CodecTypeInfo<T> type;
  private final TimeSource clock;
  private transient Map<String, Contract> byTopic;
  private transient Map<Contract, Counts> counts;

  private record Counts(Counter read, Counter accepted, Counter rejected) {
    static Counts of(MetricGroup metrics, Contract stream) {
      MetricGroup group = metrics.addGroup("input").addGroup("stream", stream.topic());
      return new Counts(
          group.counter("read"), group.counter("accepted"), group.counter("rejected"));
    }
  }

  Decoding(
      List<Contract> streams, RecordReader<T> reader, CodecTypeInfo<T> type, TimeSource clock) {
    this.streams = List.copyOf(streams);
    this.reader = reader;
    this.type = type;
    this.clock = clock;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    byTopic = new HashMap<>();
    counts = new EnumMap<>(Contract.class);
    for (Contract stream : streams) {
      byTopic.put(stream.topic(), stream);
      counts.put(stream, Counts.of(context.getMetricGroup(), stream));
    }
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<Either<T, Rejection>> out) {
    Contract stream = byTopic.get(record.topic());
    Counts counted = counts.get(stream);
    counted.read.inc();
    Either<T, Rejection> decoded = decode(stream, record);
    (decoded.isLeft() ? counted.accepted : counted.rejected).inc();
    out.collect(decoded);
  }

  private Either<T, Rejection> decode(Contract stream, ConsumerRecord<byte[], byte[]> record) {
    try {
      Reading reading = SingleObject.decode(stream, record.value(), clock.now(record.timestamp()));
      if (reading instanceof Reading.Accepted accepted) {
        return Either.Left(reader.read(stream, accepted.record()));
      }
      return refuse(stream, record, (Reading.Refused) reading);
    } catch (RuntimeException e) {
      return refuse(
          stream,
          record,
          new Reading.Refused(
              ReasonCode.UNKNOWN_VALUE, "this version cannot read the record", null, null));
    }
  }

  private Either<T, Rejection> refuse(
      Contract stream, ConsumerRecord<byte[], byte[]> record, Reading.Refused refused) {
    String position = record.partition() + ":" + record.offset();
    return Either.Right(Rejection.of(stream, position, refused, record.value()));
  }

  @Override
  public TypeInformation<Either<T, Rejection>> getProducedType() {
    return new EitherTypeInfo<>(type, CodecTypeInfo.of(Rejection.class));
  }
}
