package org.tocsin.runtime.kafka;

import java.util.List;
import java.util.Locale;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;

/**
 * What a live job reads from Kafka.
 *
 * @param accepted with event times, per-partition watermarks, idleness and ticks
 * @param rejected whole, for rejected.v1
 */
public record KafkaInput<T>(DataStream<T> accepted, DataStream<Rejection> rejected) {

  /**
   * @param uid prefix of the operators' uids
   * @param job appended to the consumer group
   * @param clock the machine's, for what is absurdly far ahead and for ticks
   */
  public static <T> KafkaInput<T> attach(
      StreamExecutionEnvironment environment,
      JobSettings settings,
      String uid,
      String job,
      List<Contract> streams,
      RecordReader<T> reader,
      CodecTypeInfo<T> type,
      TimeSource clock) {
    SingleOutputStreamOperator<T> accepted =
        environment
            .fromSource(
                source(settings, job, streams, new Decoding<>(streams, reader, type, clock)),
                new LiveWatermarks<>(
                    streams,
                    reader,
                    settings.duration(Setting.DISORDER),
                    settings.duration(Setting.IDLE_AFTER),
                    clock),
                uid)
            .uid(uid)
            .process(new Accepting<T>(), type)
            .name(uid + "-accepted")
            .uid(uid + "-accepted");
    DataStream<Rejection> rejected = accepted.getSideOutput(Accepting.REJECTED);
    if (!settings.flag(Setting.TICKS)) {
      return new KafkaInput<>(accepted, rejected);
    }
    DataStream<T> ticks =
        Ticks.attach(environment, uid + "-ticks", type, settings.duration(Setting.DISORDER), clock);
    return new KafkaInput<>(accepted.union(ticks), rejected);
  }

  private static <T> KafkaSource<Either<T, Rejection>> source(
      JobSettings settings, String job, List<Contract> streams, Decoding<T> decoding) {
    OffsetResetStrategy start =
        OffsetResetStrategy.valueOf(settings.text(Setting.START).toUpperCase(Locale.ROOT));
    return KafkaSource.<Either<T, Rejection>>builder()
        .setProperties(settings.kafkaClient())
        .setGroupId(settings.text(Setting.GROUP) + "-" + job)
        .setTopics(streams.stream().map(Contract::topic).toList())
        .setStartingOffsets(OffsetsInitializer.committedOffsets(start))
        .setDeserializer(decoding)
        .build();
  }
}
