package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.atMostWatched;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
import static org.tocsin.detection.FlowAssert.leads;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;
import static org.tocsin.detection.FlowAssert.watchedOnceAt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B4: one large sum comes in and is split over many. */
class B4OneToManyTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("02-15 09:00", "employer", "card", 6_000)
        .pays("02-20 12:00", "card", "noodles", 18);
  }

  private static Story split(Story story, int parts, double yuan) {
    for (int i = 0; i < parts; i++) {
      story.pays("03-01 10:%02d".formatted(2 * i + 2), "card", "next-" + i, yuan);
    }
    return story;
  }

  private static List<Signal> whole(Story story) {
    return FlowAssert.whole(story, SignalKind.ONE_TO_MANY);
  }

  @Test
  void isWatchedFromTheThirdPayeeOn() {
    Story story = split(person().pays("03-01 10:00", "victim", "card", 50_000), 5, 9_900);

    Warning warning = watchedOnceAt(story, "B4", "03-01 10:06");

    assertThat(warning.reason().zh())
        .isEqualTo("3月1日10:00转入50,000元，30分钟内拆分转给3个首次收款人，共29,700元。可能为跑分账户，请关注其后去向。");
  }

  @Test
  void whatIsLeftAtTheFifthIsDelayed() {
    Story story = split(person().pays("03-01 10:00", "victim", "card", 200_000), 5, 30_000);

    Warning warning = delayedAt(story, "B4", "03-01 10:10", 50_000);

    assertThat(warning.reason().en())
        .isEqualTo(
            "¥200,000 came in at 1 Mar 10:00 and within 30 min ¥150,000 of it was split over 5"
                + " payees not paid before, ¥50,000 is still there. Looks like a mule account.");
  }

  @Test
  void furtherMoneyIsDelayed() {
    Story story = split(person().pays("03-01 10:00", "victim", "card", 50_000), 5, 9_900);

    delayedAt(story.pays("03-01 12:00", "victim-2", "card", 60_000), "B4", "03-01 12:00", 60_000);
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    Story story = split(person().pays("03-01 10:00", "victim", "card", 90_000), 6, 14_000);
    foundInAnyOrder(story, "B4");
    foundInAnyOrder(reportedByBothBanks(story), "B4");
  }

  @ParameterizedTest
  @CsvSource({
    "50000, 5, 1000, 10:30, true",
    "49999, 5, 1000, 10:30, false", // below the floor
    "50000, 4, 1000, 10:30, false", // too few payees
    "50000, 5, 1000, 10:31, false", // the last too late
    "50000, 5, 999, 10:30, false", // red envelopes
    "250000, 5, 49999, 10:30, true",
    "250000, 5, 50000, 10:30, false", // not below what is looked at
  })
  void bothSidesOfEachNumber(double in, int payees, double each, String lastAt, boolean found) {
    Story story = person().pays("03-01 10:00", "victim", "card", in);
    split(story, payees - 1, each).pays("03-01 " + lastAt, "card", "next-last", each);

    assertThat(!whole(story).isEmpty()).isEqualTo(found);
  }

  @Test
  void acrossMidnight() {
    Story story = person().pays("02-28 23:50", "victim", "card", 80_000);
    for (int i = 0; i < 5; i++) {
      story.pays("03-01 00:0" + i, "card", "next-" + i, 15_000);
    }

    assertThat(whole(story)).hasSize(1);
  }

  // What looks like it and is not.

  @Test
  void theSamePayeeFiveTimesIsOne() {
    Story story = person().pays("03-01 10:00", "sister", "card", 100_000);
    for (int i = 0; i < 6; i++) {
      story.pays("03-01 10:0" + i, "card", "builder", 15_000);
    }

    quiet(story);
  }

  @Test
  void aSalaryPaidOutIntoOnesOwnAccounts() {
    Story story = person();
    story.add(
        story
            .moving("03-01 10:00", "employer", "card", 60_000)
            .payerHolder(Holder.COMPANY)
            .build());
    for (int i = 0; i < 5; i++) {
      story.owns("01-0" + (i + 2) + " 09:00", "zhao", "own-" + i);
      story.pays("03-01 10:0" + (i + 1), "card", "own-" + i, 11_000);
    }

    quiet(story);
  }

  @Test
  void wagesAreAtMostWatchedAndAtTheSecondPayDayTheWorkersAreKnown() {
    Story story = person();
    for (String day : List.of("02-10", "03-10")) {
      story.pays(day + " 10:00", "builder", "card", 100_000);
      for (int i = 0; i < 9; i++) {
        story.pays(day + " 10:%02d".formatted(i + 1), "card", "worker-" + i, 7_500 + 100 * i);
      }
    }

    atMostWatched(story);
    assertThat(leads(story)).allMatch(w -> w.eventTime() < Story.at("02-11 00:00"));
  }

  @Test
  void anAgentsWagesFromACompanyAreWatchedOnly() {
    Story story = person();
    story.add(
        story.moving("03-01 10:00", "client", "card", 400_000).payerHolder(Holder.COMPANY).build());

    atMostWatched(split(story, 10, 12_000));
  }

  @Test
  void suppliersAreCompanies() {
    Story story = person().pays("03-01 10:00", "customer", "card", 100_000);
    for (int i = 0; i < 6; i++) {
      story.add(
          story
              .moving("03-01 10:0" + (i + 1), "card", "supplier-" + i, 15_000)
              .payeeHolder(Holder.COMPANY)
              .build());
    }

    quiet(story);
  }
}
