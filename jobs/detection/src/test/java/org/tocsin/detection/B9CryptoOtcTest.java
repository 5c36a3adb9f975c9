package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
import static org.tocsin.detection.FlowAssert.leads;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;
import static org.tocsin.detection.FlowAssert.watchedOnceAt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Holder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B9: collected from strangers and turned into coins, twice a day and more. */
class B9CryptoOtcTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("02-20 12:00", "card", "noodles", 18);
  }

  private static Story toExchange(Story story, String time, double yuan) {
    return story.add(
        story.moving(time, "card", "exchange", yuan).payeeHolder(Holder.EXCHANGE).build());
  }

  private static Story cycle(Story story, String day, int hour) {
    for (int i = 0; i < 3; i++) {
      story.pays("%s %02d:%02d".formatted(day, hour, 10 * i), "p" + day + hour + i, "card", 4_000);
    }
    return toExchange(story, "%s %02d:40".formatted(day, hour), 11_900);
  }

  private static boolean found(Story story) {
    return new Chain()
        .feed(story.inOrder()).signals().stream()
            .anyMatch(each -> each.kind() == SignalKind.EXCHANGE_CYCLE);
  }

  @Test
  void isWatchedFromTheFirstTimeOn() {
    Story story = cycle(cycle(person(), "03-01", 10), "03-01", 14);

    Warning warning = watchedOnceAt(story, "B9", "03-01 10:40");

    assertThat(warning.subject()).isEqualTo("card");
    assertThat(warning.reason().zh())
        .isEqualTo("24小时内1次由至少3个陌生账户转入后整额转给交易平台，共转入12,000元。可能为跑分账户，请关注其后去向。");
  }

  @Test
  void afterTheSecondTimeFurtherMoneyIsDelayed() {
    Story story = cycle(cycle(person(), "03-01", 10), "03-01", 14);

    Warning delayed =
        delayedAt(story.pays("03-01 16:00", "late", "card", 6_000), "B9", "03-01 16:00", 6_000);

    assertThat(delayed.reason().en()).startsWith("Within 24 h at least 3 strangers paid in twice");
  }

  @Test
  void afterTheFirstTimeItIsNot() {
    Story story = cycle(person(), "03-01", 10).pays("03-01 12:00", "late", "card", 6_000);

    assertThat(leads(story)).allMatch(Warning::watchOnly);
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    Story story = cycle(cycle(person(), "03-01", 10), "03-01", 14);
    foundInAnyOrder(story, "B9");
    foundInAnyOrder(reportedByBothBanks(story), "B9");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 11:00, 9000, true",
    "2, 11:00, 9000, false", // too few payers
    "3, 11:01, 9000, false", // too slow
    "3, 11:00, 9050, false", // not round
  })
  void bothSidesOfEachNumber(int payers, String at, double out, boolean found) {
    Story story = person();
    for (int i = 0; i < payers; i++) {
      story.pays("03-01 10:00", "payer-" + i, "card", 4_000);
    }

    assertThat(found(toExchange(story, "03-01 " + at, out))).isEqualTo(found);
  }

  @Test
  void acrossMidnight() {
    Story story = cycle(person(), "02-28", 23);
    cycle(story, "03-01", 1).pays("03-01 02:30", "late", "card", 6_000);

    delayedAt(story, "B9", "03-01 02:30", 6_000);
  }

  // What looks like it and is not.

  @Test
  void onesOwnSavingsInvested() {
    Story story = person();
    story.add(
        story
            .moving("03-01 09:00", "employer", "card", 20_000)
            .payerHolder(Holder.COMPANY)
            .build());
    toExchange(toExchange(story, "03-01 10:00", 5_000), "03-01 15:00", 5_000);

    quiet(story);
  }

  @Test
  void theExchangeIsNeverTheMule() {
    Story story = new Story();
    for (int i = 0; i < 9; i++) {
      toExchange(story.pays("03-01 09:00", "x", "card", 1), "03-01 10:0" + i, 9_000);
      story.add(
          story
              .moving("03-01 11:0" + i, "exchange", "seller-" + i, 9_000)
              .payerHolder(Holder.EXCHANGE)
              .build());
    }

    assertThat(leads(story)).noneMatch(w -> w.subject().equals("exchange"));
  }

  @Test
  void theSameOnThreeEarlierDaysIsTheAccountsOwnPast() {
    Story story = person();
    for (int day = 1; day <= 4; day++) {
      cycle(story, "03-0" + day, 10);
    }
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.held())
        .filteredOn(h -> h.reason() == Finding.Reason.HABIT)
        .anyMatch(h -> h.pattern().equals("B9") && h.eventTime() >= Story.at("03-04 00:00"));
  }
}
