package org.tocsin.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.warning.Lane;

class MessageTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyTextIsOneSmsWithTheLineToCall(String language) {
    MessageTexts texts = new MessageTexts(language);

    for (String key : texts.keys()) {
      String text = texts.of(null, key);
      assertThat(text).as(key).contains("96110").doesNotContain("{", "¥");
      assertThat(SmppText.of(text).fitsOneMessage()).as(key + ": " + text.length()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aRowWithoutItsOwnTextSpeaksForItsLane(String language) {
    MessageTexts texts = new MessageTexts(language);

    assertThat(texts.of("MULE", "B2")).isEqualTo(texts.of("MULE", null));
    assertThat(texts.of("VICTIM", "V1")).isNotEqualTo(texts.of("VICTIM", "V10"));
    for (Lane lane : Lane.values()) {
      assertThat(texts.keys()).contains(lane.name());
    }
  }

  /** Who is suspected of lending a card must not read in an SMS that we suspect him. */
  @ParameterizedTest
  @ValueSource(strings = {"MULE", "OPENING"})
  void whoIsSuspectedIsToldTheRuleNotTheSuspicion(String lane) {
    assertThat(new MessageTexts("zh").of(lane, null)).doesNotContain("涉嫌", "您已", "异常");
  }
}
