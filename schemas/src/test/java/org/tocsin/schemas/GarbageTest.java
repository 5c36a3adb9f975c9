package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A failing record is named by its seed and number: the same seed gives the same records. */
@DisplayName("Garbage")
class GarbageTest {

  private static final long SEED = 20260301;
  private static final int RECORDS = 10_000;
  private static final List<String> SHARDS =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "9999999999999999999",
          "\\",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\ud83d\udea9",
          "NaN",
          "\"kind\"",
          "\"eventTime\"",
          "2026-13-45T99:99:99Z",
          "\n",
          "//",
          "{\"a\":");

  private final Random random = new Random(SEED);

  @Test
  void as_json_is_accepted_or_refused_with_a_code_and_a_sentence() {
    Map<ReasonCode, Integer> codes = new EnumMap<>(ReasonCode.class);
    for (int number = 0; number < RECORDS; number++) {
      Samples.Good sample = anyInput();
      byte[] line = mutated(sample.line().getBytes(StandardCharsets.UTF_8));

      require(PlainJson.read(sample.contract(), line, Samples.NOW), number, codes);
    }

    assertThat(codes.keySet()).as("mutations are of many kinds").hasSizeGreaterThan(8);
  }

  @Test
  void as_avro_is_accepted_or_refused_with_a_code_and_a_sentence() {
    Map<ReasonCode, Integer> codes = new EnumMap<>(ReasonCode.class);
    for (int number = 0; number < RECORDS; number++) {
      Samples.Good sample = anyInput();
      byte[] value = mutated(SingleObject.encode(sample.contract(), record(sample)));

      require(SingleObject.decode(sample.contract(), value, Samples.NOW), number, codes);
    }

    assertThat(codes).containsKeys(ReasonCode.BROKEN_AVRO, ReasonCode.UNKNOWN_SCHEMA);
  }

  @Test
  void of_random_bytes_is_refused() {
    Map<ReasonCode, Integer> codes = new EnumMap<>(ReasonCode.class);
    for (int number = 0; number < RECORDS; number++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Contract contract = Contract.inputs().get(number % Contract.inputs().size());

      require(PlainJson.read(contract, bytes, Samples.NOW), number, codes);
      require(SingleObject.decode(contract, bytes, Samples.NOW), number, codes);
    }

    assertThat(codes.values().stream().mapToInt(count -> count).sum()).isEqualTo(2 * RECORDS);
  }

  private void require(Reading reading, int number, Map<ReasonCode, Integer> codes) {
    if (reading instanceof Reading.Refused refused) {
      codes.merge(refused.code(), 1, Integer::sum);
      assertThat(refused.reason())
          .as("record %d of seed %d", number, SEED)
          .isNotBlank()
          .doesNotContain("Exception", "\n", "org.apache");
    } else {
      GenericRecord record = ((Reading.Accepted) reading).record();
      assertThat(record).as("record %d of seed %d", number, SEED).isNotNull();
    }
  }

  private Samples.Good anyInput() {
    return INPUTS.get(random.nextInt(INPUTS.size()));
  }

  private static final List<Samples.Good> INPUTS =
      Contract.inputs().stream().flatMap(Samples::accepted).toList();

  private static GenericRecord record(Samples.Good sample) {
    return ((Reading.Accepted) PlainJson.read(sample.contract(), sample.line(), Samples.NOW))
        .record();
  }

  /** One to four changes: a bit, a byte, a piece cut out, doubled or put in, a value replaced. */
  private byte[] mutated(byte[] original) {
    byte[] bytes = original;
    for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
      bytes = mutatedOnce(bytes);
    }
    return bytes;
  }

  private byte[] mutatedOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 ->
          replaced(bytes, at, at + 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
      case 1 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      case 2 -> replaced(bytes, at, to, new byte[0]);
      case 3 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 4 -> replaced(bytes, at, at, shard());
      default -> withAnotherValue(bytes);
    };
  }

  private byte[] shard() {
    return SHARDS.get(random.nextInt(SHARDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** Replaces what stands after some colon, so that the line often stays well-formed. */
  private byte[] withAnotherValue(byte[] bytes) {
    int colon = random.nextInt(bytes.length);
    while (colon < bytes.length && bytes[colon] != ':') {
      colon++;
    }
    int end = colon;
    while (end < bytes.length && bytes[end] != ',' && bytes[end] != '}') {
      end++;
    }
    return colon == bytes.length ? bytes : replaced(bytes, colon + 1, end, shard());
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] out = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
