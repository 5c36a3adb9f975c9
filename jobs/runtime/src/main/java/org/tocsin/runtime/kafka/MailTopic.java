package org.tocsin.runtime.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.core.codec.ByteReader;
import org.tocsin.core.codec.ByteWriter;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.links.Mail;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * How letters reach the rooms of the linking job from elsewhere, its other subtasks and detection:
 * through a topic, at least once. They say how things stand, so one that comes twice changes
 * nothing.
 *
 * <p>Anybody with a wrong topic name can write into it, so each letter carries a checksum: what is
 * none is counted and passed over, for to fail on it would be to fail on it for ever.
 */
public final class MailTopic {

  public static final String NAME = "linking.mail.v1";

  private static final Codec<Mail> CODEC = Codec.of(Mail.class);
  private static final int USUAL_BYTES = 256;
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private MailTopic() {}

  /**
   * @param uid the source's uid and name
   */
  public static DataStream<Mail> read(
      StreamExecutionEnvironment environment, JobSettings settings, String uid) {
    KafkaSource<Mail> source =
        KafkaSource.<Mail>builder()
            .setProperties(settings.kafkaClient())
            .setGroupId(settings.text(Setting.GROUP) + "-" + uid)
            .setTopics(NAME)
            .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
            .setDeserializer(new Reader())
            .build();
    return environment
        .fromSource(
            source,
            WatermarkStrategy.<Mail>noWatermarks()
                .withTimestampAssigner((mail, kafkaTime) -> mail.time()),
            uid,
            CodecTypeInfo.of(Mail.class))
        .uid(uid);
  }

  /**
   * @param uid the sink's uid and name
   */
  public static void write(DataStream<Mail> mail, JobSettings settings, String uid) {
    KafkaOutput.attachRecords(mail, settings, uid, (each, context, time) -> record(each));
  }

  private static ProducerRecord<byte[], byte[]> record(Mail mail) {
    return new ProducerRecord<>(
        NAME, ByteBuffer.allocate(Long.BYTES).putLong(mail.key()).array(), bytes(mail));
  }

  /** A checksum, then the letter. */
  static byte[] bytes(Mail mail) {
    ByteWriter bytes = new ByteWriter(USUAL_BYTES);
    try {
      bytes.writeInt(0);
      CODEC.write(mail, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a letter cannot be written", e);
    }
    byte[] letter = bytes.toBytes();
    ByteBuffer.wrap(letter).putInt(checksum(letter));
    return letter;
  }

  private static int checksum(byte[] letter) {
    CRC32C checksum = new CRC32C();
    checksum.update(letter, CHECKSUM_BYTES, letter.length - CHECKSUM_BYTES);
    return (int) checksum.getValue();
  }

  /** Null for what is no letter, or one of a later version. */
  static Mail mail(byte[] bytes) {
    boolean whole =
        bytes != null
            && bytes.length > CHECKSUM_BYTES
            && ByteBuffer.wrap(bytes).getInt() == checksum(bytes);
    if (!whole) {
      return null;
    }
    try {
      return CODEC.read(new ByteReader(bytes, CHECKSUM_BYTES));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static final class Reader implements KafkaRecordDeserializationSchema<Mail> {
    private static final long serialVersionUID = 1L;

    private transient Counter unreadable;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
      unreadable = context.getMetricGroup().addGroup("mail").counter("unreadable");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Mail> out) {
      Mail mail = mail(record.value());
      if (mail == null) {
        unreadable.inc();
      } else {
        out.collect(mail);
      }
    }

    @Override
    public TypeInformation<Mail> getProducedType() {
      return CodecTypeInfo.of(Mail.class);
    }
  }
}
