package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The records of the page 'Feed your own events'")
class FeedYourOwnEventsTest {

  private static final Pattern BLOCK =
      Pattern.compile("```json (\\S+)(?: (\\S+))?\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|\\d+)");

  /**
   * @param expected the code it must be refused with; null when it must be accepted
   */
  record Shown(Contract contract, ReasonCode expected, String line) {}

  static Stream<Shown> shown() {
    List<Shown> all = new ArrayList<>();
    Matcher block =
        BLOCK.matcher(Samples.text(Samples.root().resolve("docs/how-to/feed-your-own-events.md")));
    while (block.find()) {
      Contract contract = Contract.ofTopic(block.group(1)).orElseThrow();
      ReasonCode expected = block.group(2) == null ? null : ReasonCode.valueOf(block.group(2));
      block.group(3).lines().forEach(line -> all.add(new Shown(contract, expected, line)));
    }
    return all.stream();
  }

  static Stream<Shown> smallest() {
    return Contract.inputs().stream()
        .map(c -> shown().filter(shown -> shown.contract() == c).findFirst().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("shown")
  void are_accepted_or_refused_as_the_page_says(Shown shown) {
    Reading reading = PlainJson.read(shown.contract(), shown.line(), Samples.NOW);

    ReasonCode code = reading instanceof Reading.Refused refused ? refused.code() : null;
    assertThat(code).as(reading.toString()).isEqualTo(shown.expected());
  }

  @ParameterizedTest
  @MethodSource("smallest")
  void are_the_smallest_where_it_says_so(Shown shown) {
    Matcher field = FIELD.matcher(shown.line());
    while (field.find()) {
      String without = shown.line().replace(field.group(), "\"x\":0");
      assertThat(PlainJson.read(shown.contract(), without, Samples.NOW))
          .as("without %s", field.group(1))
          .isInstanceOf(Reading.Refused.class);
    }
  }

  @Test
  void show_the_sentence_that_a_refusal_really_has() {
    Shown rejected =
        shown().filter(shown -> shown.contract() == Contract.REJECTED).findFirst().orElseThrow();
    Shown refused =
        shown().filter(s -> s.expected() == ReasonCode.OUT_OF_RANGE).findFirst().orElseThrow();

    Reading reading = PlainJson.read(refused.contract(), refused.line(), Samples.NOW);

    assertThat(rejected.line()).contains("\"reason\":\"" + ((Reading.Refused) reading).reason());
  }
}
