package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.leads;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** B13: young accounts try each other out with small change. */
class B13CouplingTest {

  private static Story opened() {
    return new Story().owns("03-01 09:00", "zhao", "one").owns("03-02 09:00", "qian", "two");
  }

  private static Story coupled() {
    return opened()
        .pays("03-05 10:00", "one", "two", 5)
        .pays("03-05 11:00", "two", "one", 5)
        .pays("03-05 12:00", "one", "two", 8);
  }

  @Test
  void bothAreWatchedAtTheThird() {
    List<Warning> warnings = leads(coupled());

    assertThat(warnings).extracting(Warning::subject).containsExactlyInAnyOrder("one", "two");
    assertThat(warnings)
        .allMatch(w -> w.pattern().equals("B13") && w.watchOnly() && w.tier() == Tier.SMS)
        .allMatch(w -> w.eventTime() == Story.at("03-05 12:00"));
    assertThat(warnings.get(0).reason().zh())
        .isEqualTo("3月5日10:00起24小时内与1个同为新开的账户之间3次互转不超过10元。可能为跑分账户试卡，请关注其后大额转入。");
  }

  @Test
  void threeAccountsAmongThemselves() {
    Story story =
        opened()
            .owns("03-03 09:00", "sun", "three")
            .pays("03-05 10:00", "one", "two", 5)
            .pays("03-05 11:00", "three", "one", 5)
            .pays("03-05 12:00", "one", "two", 8);

    assertThat(leads(story)).extracting(Warning::subject).containsExactly("one");
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    for (long seed = 0; seed < 30; seed++) {
      Chain chain = new Chain().feed(coupled().shuffled(seed));
      assertThat(chain.warnings("B13"))
          .extracting(Warning::subject)
          .as("seed %d", seed)
          .contains("one", "two");
    }
    assertThat(leads(reportedByBothBanks(coupled()))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "03-01 10:00, 10, 03-06 10:00, true", // 24 h
    "03-01 10:00, 10, 03-06 10:01, false",
    "03-01 10:00, 10.01, 03-06 10:00, false", // no small change
    "02-04 10:00, 10, 03-06 10:00, true", // 30 d after the opening
    "02-03 09:59, 10, 03-06 10:00, false",
  })
  void bothSidesOfEachNumber(String opened, double yuan, String last, boolean found) {
    Story story = new Story().owns(opened, "zhao", "one").owns("03-02 09:00", "qian", "two");
    story
        .pays("03-05 10:00", "one", "two", yuan)
        .pays("03-05 11:00", "two", "one", yuan)
        .pays(last, "one", "two", yuan);

    assertThat(leads(story).stream().anyMatch(w -> w.subject().equals("one"))).isEqualTo(found);
  }

  // What looks like it and is not.

  @Test
  void oneWayIsNotToAndFro() {
    Story story = opened();
    for (int i = 0; i < 5; i++) {
      story.pays("03-05 1" + i + ":00", "one", "two", 5);
    }

    quiet(story);
  }

  @Test
  void aFriendWithAnOldCard() {
    Story story = new Story().owns("01-01 09:00", "zhao", "one").owns("03-02 09:00", "qian", "two");
    story
        .pays("03-05 10:00", "one", "two", 5)
        .pays("03-05 11:00", "two", "one", 5)
        .pays("03-05 12:00", "one", "two", 8);

    quiet(story);
  }

  @Test
  void onesOwnTwoNewCards() {
    Story story = new Story().owns("03-01 09:00", "zhao", "one").owns("03-02 09:00", "zhao", "two");
    story
        .pays("03-05 10:00", "one", "two", 5)
        .pays("03-05 11:00", "two", "one", 5)
        .pays("03-05 12:00", "one", "two", 8);

    quiet(story);
  }

  @Test
  void studentsWhoseParentsSendMoneyAfterwardsAreAtMostWatched() {
    Story story = coupled().pays("03-06 10:00", "father", "one", 8_000);
    story.pays("03-06 11:00", "one", "dormitory", 7_000);

    assertThat(leads(story)).allMatch(Warning::watchOnly);
  }
}
