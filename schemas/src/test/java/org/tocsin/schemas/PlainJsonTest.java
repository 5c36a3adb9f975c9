package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line of plain JSON")
class PlainJsonTest {

  private static final String START =
      "{\"source\":\"MOB\",\"eventId\":\"c-1\",\"eventTime\":\"2026-03-01T15:00:00+08:00\",";
  private static final String CALL = START + "\"kind\":\"STARTED\",\"caller\":\"p-1\"";

  @Test
  void of_64_KiB_is_read_and_one_byte_more_is_refused() {
    String frame = CALL + ",\"unknown\":\"\"}";
    String fits = CALL + ",\"unknown\":\"" + "x".repeat(64 * 1024 - frame.length()) + "\"}";

    assertThat(read(fits)).isInstanceOf(Reading.Accepted.class);
    assertThat(refused(fits + " ").code()).isEqualTo(ReasonCode.RECORD_TOO_LARGE);
  }

  @Test
  void is_measured_in_bytes_not_in_characters() {
    String line = CALL + ",\"unknown\":\"" + "汉".repeat(22 * 1024) + "\"}";

    assertThat(refused(line).code()).isEqualTo(ReasonCode.RECORD_TOO_LARGE);
  }

  @Test
  void that_is_too_large_still_says_whose_it_is() {
    Reading.Refused refused = refused(CALL + ",\"unknown\":\"" + "x".repeat(70_000) + "\"}");

    assertThat(refused.source()).isEqualTo("MOB");
    assertThat(refused.eventId()).isEqualTo("c-1");
  }

  @Test
  void in_no_valid_utf8_is_refused_and_still_says_whose_it_is() {
    byte[] line = (CALL + ",\"region\":\"?\"}").getBytes(StandardCharsets.US_ASCII);
    for (byte bad : new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80}) {
      byte[] broken = line.clone();
      broken[broken.length - 3] = bad;

      Reading.Refused refused =
          (Reading.Refused) PlainJson.read(Contract.CALL, broken, Samples.NOW);

      assertThat(refused.code()).isEqualTo(ReasonCode.INVALID_UTF8);
      assertThat(refused.eventId()).isEqualTo("c-1");
    }
  }

  @Test
  void in_another_encoding_of_unicode_is_refused() {
    byte[] utf16 = (CALL + "}").getBytes(StandardCharsets.UTF_16LE);

    assertThat(PlainJson.read(Contract.CALL, utf16, Samples.NOW))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  void that_breaks_off_anywhere_is_broken_json() {
    String line = CALL + "}";
    for (int length = 1; length < line.length(); length++) {
      assertThat(refused(line.substring(0, length)).code())
          .as("the first %d characters", length)
          .isEqualTo(ReasonCode.BROKEN_JSON);
    }
  }

  @Test
  void that_breaks_off_says_whose_it_is_if_that_came_before() {
    assertThat(refused(START).eventId()).isEqualTo("c-1");
    assertThat(refused("{\"eventId").eventId()).isNull();
  }

  @Test
  void whose_ids_no_file_can_hold_is_refused_without_them() {
    Reading.Refused refused =
        refused(CALL.replace("c-1", "c\\ud800").replace("MOB", "\\udc00") + "}");

    assertThat(refused.code()).isEqualTo(ReasonCode.BAD_FORMAT);
    assertThat(refused.eventId()).isNull();
    assertThat(refused.source()).isNull();
  }

  @Test
  void with_a_wrong_field_and_broken_further_on_is_broken() {
    assertThat(refused(CALL.replace("STARTED", "BOGUS")).code()).isEqualTo(ReasonCode.BROKEN_JSON);
  }

  @Test
  void never_shows_in_its_refusal_what_was_sent() {
    String secret = "13800000000";
    for (String line :
        Arrays.asList(
            CALL.replace("p-1", secret + "\\u0007") + "}",
            CALL.replace("STARTED", secret) + "}",
            CALL + ",\"durationSeconds\":\"" + secret + "\"}",
            CALL + ",\"callee\":" + secret + "}",
            CALL + "," + secret)) {
      assertThat(refused(line).reason()).doesNotContain(secret);
    }
  }

  @Test
  void with_an_id_that_is_a_number_says_the_number() {
    assertThat(refused(CALL.replace("\"c-1\"", "17") + "}").eventId()).isEqualTo("17");
  }

  @Test
  void of_an_input_leaves_out_what_is_absent() {
    assertThat(write(Contract.CALL, CALL + "}"))
        .isEqualTo(
            "{\"eventId\":\"c-1\",\"source\":\"MOB\",\"eventTime\":\"2026-03-01T15:00:00.000+08:00\","
                + "\"kind\":\"STARTED\",\"caller\":\"p-1\"}");
  }

  @Test
  void of_an_output_writes_null_for_what_is_absent() {
    String rejected =
        "{\"stream\":\"s\",\"position\":\"1\",\"reasonCode\":\"LATE\",\"reason\":\"\",\"record\":\"\"}";

    assertThat(write(Contract.REJECTED, rejected))
        .endsWith("\"record\":\"\",\"source\":null,\"eventId\":null}");
  }

  private static String write(Contract contract, String line) {
    GenericRecord record =
        ((Reading.Accepted) PlainJson.read(contract, line, Samples.NOW)).record();
    return PlainJson.write(contract, record, ZoneId.of("Asia/Shanghai"));
  }

  private static Reading read(String line) {
    return PlainJson.read(Contract.CALL, line, Samples.NOW);
  }

  private static Reading.Refused refused(String line) {
    return (Reading.Refused) read(line);
  }
}
