package org.tocsin.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.PlainJson;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.ReasonCode;
import org.tocsin.schemas.SingleObject;

@DisplayName("The output mapper")
class OutputMapperTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Reads a record of the stream and makes it ready to leave again. */
  private static final Map<Contract, Function<GenericRecord, Outgoing>> THERE_AND_BACK =
      Map.of(
          Contract.WARNING, record -> Outgoing.of(OutputMapper.warning(record)),
          Contract.QUEUE, record -> Outgoing.of(OutputMapper.heldChange(record)),
          Contract.TASK, record -> Outgoing.of(OutputMapper.task(record)),
          Contract.CASE, record -> Outgoing.of(OutputMapper.caseChange(record)),
          Contract.ADVICE, record -> Outgoing.of(OutputMapper.adviceChange(record)),
          Contract.REJECTED, record -> Outgoing.of(OutputMapper.rejection(record)),
          Contract.NOT_WARNED, record -> Outgoing.of(OutputMapper.held(record)));

  @ParameterizedTest
  @EnumSource(
      value = Contract.class,
      names = {"WARNING", "QUEUE", "TASK", "CASE", "ADVICE", "REJECTED", "NOT_WARNED"})
  void returns_every_sample_unchanged(Contract contract) {
    for (GenericRecord sample : SampleLines.records(contract)) {
      Outgoing out = THERE_AND_BACK.get(contract).apply(sample);

      assertThat(out.contract()).isEqualTo(contract);
      assertThat(out.key()).isNotEmpty();
      assertThat(out.line(ZONE)).isEqualTo(PlainJson.write(contract, sample, ZONE));
      assertThat(SingleObject.decode(contract, out.value(), SampleLines.NOW))
          .isEqualTo(new Reading.Accepted(sample));
    }
  }

  @Test
  void writes_of_a_signal_what_the_contract_names() {
    Evidence evidence = new Evidence(Stream.CALL, "MOB", "c-1", 1_772_348_400_000L, "long call");
    Signal signal =
        SignalBuilder.builder()
            .signalId("s-1")
            .kind(SignalKind.UNKNOWN_CALL)
            .subjectKind(SubjectKind.PHONE)
            .subject("ph-2")
            .eventTime(1_772_348_400_000L)
            .endTime(Signal.ONGOING)
            .strength(40)
            .evidence(List.of(evidence))
            .build();

    assertThat(Outgoing.of(signal).line(ZONE))
        .isEqualTo(
            """
            {"signalId":"s-1","kind":"UNKNOWN_CALL","subjectKind":"PHONE","subject":"ph-2",\
            "eventTime":"2026-03-01T15:00:00.000+08:00","strength":40,"evidence":[{\
            "stream":"events.call.v1","source":"MOB","eventId":"c-1",\
            "eventTime":"2026-03-01T15:00:00.000+08:00","what":"long call"}]}""");
  }

  @Test
  void refuses_a_code_of_a_newer_version() {
    GenericRecord record = SampleLines.records(Contract.CASE).get(0);
    record.put("state", "TELEPORTED");

    assertThatThrownBy(() -> OutputMapper.caseChange(record))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CaseState");
  }

  @Test
  void cuts_the_text_of_a_rejected_record_at_64_KiB_between_characters() {
    byte[] raw = ("x" + "汉".repeat(30_000)).getBytes(StandardCharsets.UTF_8);

    Rejection rejection = Rejection.of(Contract.CALL, "0:5", refused(), raw);

    byte[] kept = rejection.record().getBytes(StandardCharsets.UTF_8);
    assertThat(kept).hasSizeBetween(64 * 1024 - 3, 64 * 1024);
    assertThat(rejection.record()).doesNotContain("\ufffd");
    assertThat(Outgoing.of(rejection).line(ZONE)).contains("\"position\":\"0:5\"");
  }

  @Test
  void shows_bad_bytes_of_a_rejected_record_as_replacement_characters() {
    byte[] raw = {'a', (byte) 0xff, 'b'};

    assertThat(Rejection.of(Contract.CALL, "7", refused(), raw).record()).isEqualTo("a\ufffdb");
    assertThat(Rejection.of(Contract.CALL, "7", refused(), null).record()).isEmpty();
    assertThat(Rejection.of(Contract.CALL, "7", refused(), manyBad()).record())
        .hasSize(64 * 1024 / 3);
  }

  private static byte[] manyBad() {
    byte[] raw = new byte[70_000];
    Arrays.fill(raw, (byte) 0x80);
    return raw;
  }

  private static Reading.Refused refused() {
    return new Reading.Refused(ReasonCode.BROKEN_AVRO, "the body breaks off", null, null);
  }
}
