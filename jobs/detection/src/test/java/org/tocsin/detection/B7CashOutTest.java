package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.atMostWatched;
import static org.tocsin.detection.FlowAssert.delayedAt;
import static org.tocsin.detection.FlowAssert.foundInAnyOrder;
import static org.tocsin.detection.FlowAssert.quiet;
import static org.tocsin.detection.FlowAssert.reportedByBothBanks;
import static org.tocsin.detection.FlowAssert.watchedOnceAt;
import static org.tocsin.detection.FlowAssert.whole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Warning;

/** B7: money comes in and is drawn as cash at one machine after the other. */
class B7CashOutTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("02-20 12:00", "card", "noodles", 18);
  }

  private static Story draws(Story story, String time, double yuan, String machine) {
    return story.add(
        story
            .moving(time, "card", null, yuan)
            .kind(Transaction.Kind.CASH_WITHDRAWAL)
            .channel(Transaction.Channel.ATM)
            .terminal(machine)
            .build());
  }

  private static Story drawn() {
    Story story = person().pays("03-01 10:00", "victim", "card", 18_000);
    draws(story, "03-01 10:08", 5_000, "atm-1");
    draws(story, "03-01 10:12", 5_000, "atm-1");
    return draws(story, "03-01 10:25", 5_000, "atm-2");
  }

  private static boolean found(Story story) {
    return !whole(story, SignalKind.CASHED_OUT).isEmpty();
  }

  @Test
  void isWatchedFromTheFirstMachineOn() {
    Warning warning = watchedOnceAt(drawn(), "B7", "03-01 10:08");

    assertThat(warning.reason().en())
        .isEqualTo(
            "¥18,000 came in at 1 Mar 10:00 and ¥5,000 of it was drawn as cash within 30 min at 1"
                + " machine. May be a mule account: watch where it goes.");
    assertThat(found(drawn())).isTrue();
  }

  @Test
  void theNextSumIsDelayed() {
    Story story = drawn().pays("03-01 13:00", "victim-2", "card", 20_000);

    delayedAt(story, "B7", "03-01 13:00", 20_000);
  }

  @Test
  void anyOrderOfArrivalFindsIt() {
    foundInAnyOrder(drawn(), "B7");
    foundInAnyOrder(reportedByBothBanks(drawn()), "B7");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, atm-2, 10:30, 250, true",
    "999, atm-2, 10:30, 250, false", // below the floor
    "1000, atm-1, 10:30, 250, false", // one machine
    "1000, , 10:30, 250, false", // the second is not named
    "1000, atm-2, 10:31, 250, false", // too slow
    "1000, atm-2, 10:30, 249, false", // less than half
    "90000, atm-2, 10:30, 2500, true", // as much as machines give
    "90000, atm-2, 10:30, 2499, false",
  })
  void bothSidesOfEachNumber(double in, String machine, String at, double each, boolean found) {
    Story story = person().pays("03-01 10:00", "someone", "card", in);
    draws(story, "03-01 10:10", each, "atm-1");

    assertThat(found(draws(story, "03-01 " + at, each, machine))).isEqualTo(found);
  }

  @Test
  void machinesThatAreNotNamedNeedOneMoreDraw() {
    Story story = person().pays("03-01 10:00", "someone", "card", 6_000);
    draws(draws(story, "03-01 10:10", 2_000, null), "03-01 10:14", 2_000, null);
    assertThat(found(story)).isFalse();

    assertThat(found(draws(story, "03-01 10:18", 1_900, null))).isTrue();
  }

  @Test
  void acrossMidnight() {
    Story story = person().pays("02-28 23:50", "victim", "card", 9_000);
    draws(draws(story, "02-28 23:58", 3_000, "atm-1"), "03-01 00:06", 3_000, "atm-2");

    assertThat(found(story)).isTrue();
  }

  // What looks like it and is not.

  @Test
  void cashForACarSoldIsAtMostWatched() {
    Story story = person().pays("03-01 10:00", "buyer", "card", 60_000);
    draws(draws(story, "03-01 10:10", 10_000, "atm-1"), "03-01 10:20", 10_000, "atm-2");

    atMostWatched(story);
  }

  @Test
  void wagesDrawnAtOneMachine() {
    Story story = person();
    story.add(
        story.moving("03-01 10:00", "employer", "card", 6_000).payerHolder(Holder.COMPANY).build());
    draws(draws(story, "03-01 10:10", 3_000, "atm-1"), "03-01 10:12", 2_900, "atm-1");

    quiet(story);
  }

  @Test
  void ownMoneyDrawn() {
    Story story = person().owns("01-01 09:00", "zhao", "savings");
    story.pays("03-01 10:00", "savings", "card", 20_000);
    draws(draws(story, "03-01 10:10", 5_000, "atm-1"), "03-01 10:20", 5_000, "atm-2");

    quiet(story);
  }
}
