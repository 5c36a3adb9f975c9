package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The samples of every stream")
class SamplesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static Stream<Samples.Good> accepted() {
    return Samples.accepted();
  }

  static Stream<Samples.Bad> refused() {
    return Samples.refused();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void are_accepted_and_come_back_through_avro_and_json_unchanged(Samples.Good sample) {
    Contract contract = sample.contract();

    GenericRecord read = record(PlainJson.read(contract, sample.line(), Samples.NOW));
    byte[] value = SingleObject.encode(contract, read);
    GenericRecord decoded = record(SingleObject.decode(contract, value, Samples.NOW));
    String written = PlainJson.write(contract, decoded, ZONE);

    assertThat(decoded).isEqualTo(read);
    assertThat(record(PlainJson.read(contract, written, Samples.NOW))).isEqualTo(read);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void are_refused_with_their_code_and_a_sentence_that_names_the_field(Samples.Bad sample) {
    Reading reading = PlainJson.read(sample.contract(), sample.line(), Samples.NOW);

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    Reading.Refused refused = (Reading.Refused) reading;
    assertThat(refused.code()).as(refused.reason()).isEqualTo(sample.code());
    assertThat(refused.reason()).contains(sample.named());
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void together_use_every_field_and_every_value_a_field_may_have(Contract contract) {
    Set<String> missing = new TreeSet<>();
    String lines =
        Samples.accepted(contract).map(Samples.Good::line).collect(Collectors.joining("\n"));
    for (FieldPlan field : contract.plan().fields()) {
      if (!lines.contains("\"" + field.name() + "\":")) {
        missing.add(field.name());
      }
      boolean input = contract.direction() == Contract.Direction.INPUT;
      field.symbols().keySet().stream()
          .filter(symbol -> input && !lines.contains("\"" + symbol + "\""))
          .forEach(symbol -> missing.add(field.name() + " " + symbol));
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void show_every_code_that_a_line_of_text_can_be_refused_with() {
    Set<ReasonCode> shown = Samples.refused().map(Samples.Bad::code).collect(Collectors.toSet());

    assertThat(EnumSet.complementOf(EnumSet.copyOf(shown)))
        .as("shown by tests of bytes, of Avro and of the replay instead")
        .containsExactlyInAnyOrder(
            ReasonCode.RECORD_TOO_LARGE,
            ReasonCode.INVALID_UTF8,
            ReasonCode.BROKEN_AVRO,
            ReasonCode.UNKNOWN_SCHEMA,
            ReasonCode.WRONG_STREAM,
            ReasonCode.LATE);
  }

  private static GenericRecord record(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    return ((Reading.Accepted) reading).record();
  }
}
