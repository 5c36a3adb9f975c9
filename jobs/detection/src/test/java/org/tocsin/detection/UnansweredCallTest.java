package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Clue;

/**
 * A carrier that tells of a call when it rings says of an unanswered one that it ended when it
 * began; which of two records of one moment is read first is chance. Nobody is on the phone
 * afterwards.
 */
class UnansweredCallTest {

  private final Story story =
      new Story().owns("01-01 09:00", "wang", "card").hasPhone("01-01 09:00", "wang", "phone");

  private void rings(String time, String caller, Origin from, boolean endFirst) {
    if (endFirst) {
      story.ended(time, caller, caller, "phone", from, 0);
    }
    story.rang(time, caller, caller, "phone", from);
    if (!endFirst) {
      story.ended(time, caller, caller, "phone", from, 0);
    }
  }

  private List<String> warned() {
    return new Chain()
        .feed(story.events()).warnings().stream().map(each -> each.pattern()).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isNoLongTalkWithAStranger(boolean endFirst) {
    rings("03-11 15:00", "abroad", Origin.FOREIGN, endFirst);
    story.pays("03-11 15:40", "card", "used-car", 15_000);

    assertThat(warned()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofAListedNumberIsNoTalkAtTheCounter(boolean endFirst) {
    story.clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "fraud", null);
    rings("03-11 15:00", "fraud", Origin.DOMESTIC, endFirst);
    story.add(story.opening("03-11 15:30", Card.BANK, Step.APPLIED, "wang").build());

    assertThat(warned()).isEmpty();
  }

  /** A dozen missed calls do not push out the one that was answered. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void doesNotHideTheCallThatWasAnswered(boolean endFirst) {
    story.started("03-11 15:00", "long", "abroad", "phone", Origin.FOREIGN);
    for (int minute = 1; minute <= 14; minute++) {
      rings("03-11 15:%02d".formatted(minute), "seller-" + minute, Origin.DOMESTIC, endFirst);
    }
    story.ended("03-11 15:50", "long", "abroad", "phone", Origin.FOREIGN, 50);
    story.pays("03-11 16:10", "card", "safe", 50_000);

    assertThat(warned()).contains("V1");
  }
}
