package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Kafka value in single-object encoding")
class SingleObjectTest {

  private static final long NOW = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final String LINE =
      """
      {"eventId":"c-1","source":"MOB","eventTime":"2026-03-01T15:00:00+08:00","kind":"STARTED",
      "caller":"p-1","callee":"p-2","origin":"VOIP"}""";

  @Test
  void is_what_avros_own_message_encoder_writes() throws IOException {
    GenericRecord call = call();
    ByteBuffer message = stockEncoder().encode(call);
    byte[] stock = new byte[message.remaining()];
    message.get(stock);

    assertThat(SingleObject.encode(Contract.CALL, call)).isEqualTo(stock);
  }

  @Test
  void is_read_by_avros_own_message_decoder() throws IOException {
    GenericRecord call = call();
    BinaryMessageDecoder<GenericRecord> stock =
        new BinaryMessageDecoder<>(GenericData.get(), Contract.CALL.schema());

    assertThat(stock.decode(SingleObject.encode(Contract.CALL, call))).isEqualTo(call);
  }

  @Test
  void comes_back_as_it_was_encoded() {
    byte[] value = SingleObject.encode(Contract.CALL, call());

    assertThat(SingleObject.decode(Contract.CALL, value, NOW))
        .isEqualTo(new Reading.Accepted(call()));
  }

  @Test
  void is_refused_when_it_breaks_off_at_any_byte() {
    byte[] value = SingleObject.encode(Contract.CALL, call());

    for (int length = 1; length < value.length; length++) {
      assertThat(codeOf(Contract.CALL, Arrays.copyOf(value, length)))
          .as("the first %d bytes", length)
          .isEqualTo(ReasonCode.BROKEN_AVRO);
    }
  }

  @Test
  void is_refused_when_more_follows() {
    byte[] value = SingleObject.encode(Contract.CALL, call());

    assertThat(codeOf(Contract.CALL, Arrays.copyOf(value, value.length + 1)))
        .isEqualTo(ReasonCode.BROKEN_AVRO);
  }

  @Test
  void is_refused_without_a_value() {
    assertThat(codeOf(Contract.CALL, null)).isEqualTo(ReasonCode.EMPTY_RECORD);
    assertThat(codeOf(Contract.CALL, new byte[0])).isEqualTo(ReasonCode.EMPTY_RECORD);
  }

  @Test
  void is_refused_when_it_is_json() {
    assertThat(codeOf(Contract.CALL, LINE.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(ReasonCode.BROKEN_AVRO);
  }

  @Test
  void is_refused_with_a_fingerprint_nobody_released() {
    byte[] value = SingleObject.encode(Contract.CALL, call());
    value[5] ^= 1;

    assertThat(codeOf(Contract.CALL, value)).isEqualTo(ReasonCode.UNKNOWN_SCHEMA);
  }

  @Test
  void is_refused_on_the_topic_of_another_stream() {
    byte[] value = SingleObject.encode(Contract.CALL, call());

    assertThat(codeOf(Contract.TRANSACTION, value)).isEqualTo(ReasonCode.WRONG_STREAM);
  }

  @Test
  void is_refused_over_64_KiB() {
    byte[] value = new byte[Contract.RECORD_BYTES_MAX + 1];

    assertThat(codeOf(Contract.CALL, value)).isEqualTo(ReasonCode.RECORD_TOO_LARGE);
  }

  @Test
  void is_refused_when_it_announces_a_text_of_two_gigabytes_and_none_is_allocated()
      throws IOException {
    assertThat(codeOf(Contract.CALL, body(encoder -> encoder.writeLong(Integer.MAX_VALUE - 8L))))
        .isEqualTo(ReasonCode.BROKEN_AVRO);
    assertThat(codeOf(Contract.CALL, body(encoder -> encoder.writeLong(-1))))
        .isEqualTo(ReasonCode.BROKEN_AVRO);
  }

  @Test
  void is_refused_when_a_text_is_no_utf8() throws IOException {
    byte[] bad = {'a', (byte) 0xff};

    assertThat(codeOf(Contract.CALL, body(encoder -> encoder.writeBytes(bad))))
        .isEqualTo(ReasonCode.INVALID_UTF8);
  }

  @Test
  void is_refused_by_the_same_checks_as_json_and_says_whose_it_is() {
    GenericRecord call = call();
    call.put("durationSeconds", -1);

    Reading reading =
        SingleObject.decode(Contract.CALL, SingleObject.encode(Contract.CALL, call), NOW);

    assertThat(reading)
        .isEqualTo(
            new Reading.Refused(
                ReasonCode.OUT_OF_RANGE, "durationSeconds must be at least 0", "MOB", "c-1"));
  }

  @Test
  void is_read_and_written_by_many_threads_at_once() {
    byte[] value = SingleObject.encode(Contract.CALL, call());
    Reading expected = new Reading.Accepted(call());

    long right =
        IntStream.range(0, 20_000)
            .parallel()
            .filter(i -> SingleObject.decode(Contract.CALL, value, NOW).equals(expected))
            .filter(i -> Arrays.equals(SingleObject.encode(Contract.CALL, call()), value))
            .count();

    assertThat(right).isEqualTo(20_000);
  }

  private interface Body {
    void write(BinaryEncoder encoder) throws IOException;
  }

  private static byte[] body(Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    out.write(header.put((byte) 0xC3).put((byte) 1).putLong(Contract.CALL.fingerprint()).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    body.write(encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static ReasonCode codeOf(Contract contract, byte[] value) {
    return ((Reading.Refused) SingleObject.decode(contract, value, NOW)).code();
  }

  private static GenericRecord call() {
    return ((Reading.Accepted) PlainJson.read(Contract.CALL, LINE, NOW)).record();
  }

  private static BinaryMessageEncoder<GenericRecord> stockEncoder() {
    return new BinaryMessageEncoder<>(GenericData.get(), Contract.CALL.schema());
  }
}
