package org.tocsin.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.warning.Lane;

class MessageTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyTextIsOneSmsWithTheLineToCall(String language) {
    MessageTexts texts = new MessageTexts(language);

    for (String key : texts.keys()) {
      String text = texts.of(null, key, null);
      assertThat(text).as(key).contains("96110").doesNotContain("{", "¥");
      assertThat(SmppText.of(text).fitsOneMessage()).as(key + ": " + text.length()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aRowWithoutItsOwnTextSpeaksForItsLane(String language) {
    MessageTexts texts = new MessageTexts(language);

    assertThat(texts.of("MULE", "B2", null)).isEqualTo(texts.of("MULE", null, null));
    assertThat(texts.of("VICTIM", "V1", null)).isNotEqualTo(texts.of("VICTIM", "V10", null));
    for (Lane lane : Lane.values()) {
      assertThat(texts.keys()).contains(lane.name());
    }
  }

  /** Who is suspected of lending a card must not read in an SMS that we suspect him. */
  @ParameterizedTest
  @ValueSource(strings = {"MULE", "OPENING"})
  void whoIsSuspectedIsToldTheRuleNotTheSuspicion(String lane) {
    assertThat(new MessageTexts("zh").of(lane, null, null)).doesNotContain("涉嫌", "您已", "异常");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void peopleOfASegmentAreAddressedApart(String language) {
    MessageTexts texts = new MessageTexts(language);

    assertThat(texts.of("VICTIM", "V3", "STUDENT"))
        .isNotEqualTo(texts.of("VICTIM", "V3", null))
        .isNotEqualTo(texts.of("VICTIM", "V3", "ELDERLY"));
    assertThat(texts.of("VICTIM", "V6", "FINANCE_STAFF"))
        .isNotEqualTo(texts.of("VICTIM", "V6", "COMPANY_OWNER"));
    assertThat(texts.of("VICTIM", "V10", "ELDERLY"))
        .as("a row without its own text speaks for its lane, to the segment")
        .isNotEqualTo(texts.of("VICTIM", "V10", null));
    assertThat(texts.of("VICTIM", "V3", "ELDERLY"))
        .as("what the risk is goes before who it is")
        .isEqualTo(texts.of("VICTIM", "V3", null));
    assertThat(texts.of("VICTIM", "V1", "OTHER")).isEqualTo(texts.of("VICTIM", "V1", null));
  }

  @Test
  void everyGroupOfPeopleThatATextIsForExists() {
    MessageTexts zh = new MessageTexts("zh");

    assertThat(new MessageTexts("en").keys()).isEqualTo(zh.keys());
    Set<String> segments =
        Stream.of(CardOpening.Segment.values()).map(Enum::name).collect(Collectors.toSet());
    assertThat(zh.keys())
        .filteredOn(key -> key.contains("."))
        .allMatch(key -> segments.contains(key.substring(key.indexOf('.') + 1)));
  }
}
