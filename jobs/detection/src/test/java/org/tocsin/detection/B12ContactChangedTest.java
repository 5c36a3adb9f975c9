package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
import static org.tocsin.detection.FlowAssert.leads;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Warning;

/** B12: the contact of an old card is changed, and within three days money runs through it. */
class B12ContactChangedTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("02-20 12:00", "card", "noodles", 18);
  }

  private static Story changed(Story story, String time, String account) {
    return story.add(
        story
            .opening(time, CardOpening.Card.BANK, CardOpening.Step.CONTACT_CHANGED, "zhao")
            .account(account)
            .contactPhone("new-phone")
            .build());
  }

  private static Story cycle(Story story, String day, int hour) {
    String at = day + " " + "%02d:".formatted(hour);
    return story
        .pays(at + "00", "victim-" + day + hour, "card", 9_000)
        .pays(at + "06", "card", "next-" + day + hour, 8_990, 10);
  }

  private static Story ran(String account) {
    Story story = changed(person(), "03-01 09:00", account);
    return cycle(cycle(story, "03-02", 10), "03-02", 13);
  }

  @Test
  void isWatchedAfterTheFirstTimeAndNamesWhatElseItIs() {
    List<Warning> warnings = leads(ran("card"));

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).pattern()).isEqualTo("B12");
    assertThat(warnings.get(0).watchOnly()).isTrue();
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-02 10:06"));
    assertThat(warnings.get(0).reason().zh())
        .isEqualTo("3月1日09:00变更联系方式后72小时内，该账户1次大额转入后10分钟内转空，共9,000元。疑似跑分账户。");
  }

  @Test
  void theThirdSumIsDelayed() {
    Story story = ran("card").pays("03-02 15:00", "victim-3", "card", 7_000);

    Warning delayed = delayedAt(story, "B12", "03-02 15:00", 7_000);

    assertThat(delayed.alsoPatterns()).containsExactly("B2");
    assertThat(delayed.evidence().get(0).stream().name()).isEqualTo("CARD_OPENING");
  }

  @Test
  void aChangeThatNamesNoCardConcernsThemAll() {
    assertThat(leads(ran(null))).hasSize(1).allMatch(w -> w.pattern().equals("B12"));
  }

  @Test
  void aChangeOfAnotherCardDoesNot() {
    assertThat(leads(ran("savings"))).noneMatch(w -> w.pattern().equals("B12"));
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(ran("card"), "B12");
    foundInAnyOrder(reportedByBothBanks(ran("card")), "B12");
  }

  @ParameterizedTest
  @CsvSource({"03-04 10:00, true", "03-04 10:01, false"})
  void within72Hours(String at, boolean found) {
    Story story = changed(person(), "03-01 10:00", "card").pays(at, "victim", "card", 9_000);
    story.pays(at.substring(0, 6) + "10:06", "card", "next", 8_990, 10);

    assertThat(!leads(story).isEmpty()).isEqualTo(found);
  }

  // What looks like it and is not.

  @Test
  void aNewNumberAndALifeAsBefore() {
    Story story = changed(person(), "03-01 09:00", "card").pays("03-02 09:00", "x", "card", 9_000);
    quiet(
        story
            .pays("03-02 12:00", "card", "noodles", 18)
            .pays("03-03 09:00", "card", "rent", 3_000));
  }

  @Test
  void aStallHoldersSweepIsTheAccountsOwnPast() {
    Story story = person();
    for (int day = 1; day <= 4; day++) {
      story
          .pays("03-0" + day + " 20:00", "market", "card", 6_000)
          .pays("03-0" + day + " 20:05", "card", "supplier", 5_990, 10);
    }

    assertThat(leads(changed(story, "03-04 09:00", "card"))).isEmpty();
  }

  private static Story paysFrom(Story story, String device, String time, String to, double yuan) {
    return story.add(story.moving(time, "card", to, yuan).device(device).build());
  }

  /**
   * Twice within a day, as B2 asks; the first device is known from the days that movements are
   * kept.
   */
  private static Story onDevice(String firstTime) {
    Story story = paysFrom(person(), "old", "03-01 09:30", "noodles-2", 18);
    paysFrom(story, "new", firstTime, "test", 1);
    story.pays("03-04 10:00", "victim", "card", 9_000);
    paysFrom(story, "new", "03-04 10:06", "next", 8_990);
    story.pays("03-04 13:00", "victim-2", "card", 9_000);
    return paysFrom(story, "new", "03-04 13:06", "next-2", 8_990);
  }

  @ParameterizedTest
  @CsvSource({"03-01 13:10, true", "03-01 13:09, false", "03-04 10:01, true"})
  void paymentsFromAnotherDeviceThanBeforeAreAChangeTooOnceItRunsTwice(
      String first, boolean changed) {
    List<Warning> warnings = leads(onDevice(first));

    assertThat(warnings.get(0).pattern()).isEqualTo("B2");
    assertThat(warnings.stream().anyMatch(each -> each.pattern().equals("B12"))).isEqualTo(changed);
    if (changed) {
      Warning last = warnings.get(warnings.size() - 1);
      assertThat(last.alsoPatterns()).contains("B2");
      assertThat(last.evidence()).extracting(Evidence::eventTime).contains(Story.at(first));
      foundInAnyOrder(onDevice(first), "B12");
    }
  }

  @Test
  void anAccountThatNeverSaidItsDeviceHasChangedNone() {
    Story story = person();
    story.pays("03-02 10:00", "victim", "card", 9_000);
    paysFrom(story, "first-known", "03-02 10:06", "next", 8_990);

    assertThat(leads(story)).extracting(Warning::pattern).doesNotContain("B12");
  }
}
