package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V1Story.person;
import static org.tocsin.detection.V1Story.stillOnThePhone;
import static org.tocsin.detection.V1Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V1: a long call from "the police", then money to a "safe account". */
class V1ImpersonationTest {

  @Test
  void calledAt15PassedToASecondOfficerAboutToMove200kBy17() {
    Story story =
        person()
            .started("03-11 15:00", "c1", "officer-1", "phone", Origin.VOIP)
            .ended("03-11 15:12", "c1", "officer-1", "phone", Origin.VOIP, 12)
            .started("03-11 15:15", "c2", "officer-2", "phone", Origin.DOMESTIC)
            .add(
                new Story()
                    .moving("03-11 16:55", "card", "safe", 200_000)
                    .eventId("transfer")
                    .result(Transaction.Result.PENDING)
                    .build());

    List<Warning> warnings = warned(story);

    assertThat(warnings).hasSize(1);
    Warning warning = warnings.get(0);
    assertThat(warning.grade()).isEqualTo(Grade.URGENT);
    assertThat(warning.tier()).isEqualTo(Tier.IN_PERSON);
    assertThat(warning.subjectKind()).isEqualTo(SubjectKind.PERSON);
    assertThat(warning.subject()).isEqualTo("wang");
    assertThat(warning.amountAtRiskMinor()).isEqualTo(20_000_000);
    assertThat(warning.evidence()).last().extracting(e -> e.eventId()).isEqualTo("transfer");
    assertThat(warning.advice())
        .extracting(Advice::kind)
        .startsWith(Advice.Kind.DELAY_PAYMENT)
        .doesNotContain(Advice.Kind.STOP_PAYMENT);
    assertThat(warning.reason().zh()).contains("3月11日15:00", "200,000元", "112分钟");
    assertThat(warning.reason().en()).contains("11 Mar 15:00", "¥200,000", "112 min");
  }

  @Test
  void aTwoHourCallReportedOnlyAtItsEndCompletesWithTheTransferBeforeIt() {
    Story story =
        person()
            .pays("03-11 10:30", "card", "safe", 1_180_000, 0)
            .ended("03-11 11:00", null, "abroad", "phone", Origin.FOREIGN, 120);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.URGENT);
  }

  @Test
  void sixteenTransfersToSeveralSafeAccountsAreOneWarningWithARevisionForEachAccount() {
    Story story = person().started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN);
    for (int i = 0; i < 16; i++) {
      story.pays("03-11 11:%02d".formatted(i), "card", "safe-" + i % 4, 8_000);
    }

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::warningId).containsOnly(warnings.get(0).warningId());
    assertThat(warnings).extracting(Warning::revision).containsExactly(1, 2, 3, 4);
    assertThat(stopped(warnings.get(3))).containsExactly("safe-0", "safe-1", "safe-2", "safe-3");
    // What was advised before stands as it was: the bank is told of nothing but the new account.
    assertThat(warnings.get(3).advice()).containsAll(stops(warnings.get(2)));
  }

  @Test
  void theNextSafeAccountIsStoppedThoughThePersonWasWarnedBeforeAnyTransfer() {
    Story story =
        person()
            .started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN)
            .forwarding("03-11 10:30", "phone")
            .pays("03-11 11:00", "card", "safe", 20_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::tier).containsOnly(Tier.IN_PERSON);
    assertThat(stopped(warnings.get(warnings.size() - 1))).containsExactly("safe");
  }

  @Test
  void whatIsOnlyAnnouncedIsNotSaidToHaveLeft() {
    Story story =
        person()
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 25)
            .add(
                new Story()
                    .moving("03-11 11:10", "card", "safe", 20_000)
                    .result(Transaction.Result.PENDING)
                    .build());

    assertThat(warned(story).get(0).reason().en()).contains("¥20,000 of it not settled yet");
    assertThat(warned(story).get(0).reason().zh()).contains("20,000元尚未入账");
  }

  private static List<String> stopped(Warning warning) {
    return stops(warning).stream().map(Advice::account).toList();
  }

  private static List<Advice> stops(Warning warning) {
    return warning.advice().stream()
        .filter(each -> each.kind() == Advice.Kind.STOP_PAYMENT)
        .toList();
  }

  @Test
  void severalSmallerTransfersAddUp() {
    Story story =
        person()
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 25)
            .pays("03-11 11:10", "card", "safe-1", 2_000, 90_000)
            .pays("03-11 11:20", "card", "safe-2", 2_000, 88_000)
            .pays("03-11 11:30", "card", "safe-3", 1_000, 87_000);

    assertThat(warned(story)).hasSize(1);
  }

  @Test
  void forwardingSwitchedOnAfterALongCallIsUrgentBeforeAnyTransfer() {
    Story story =
        person()
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.VOIP, 40)
            .forwarding("03-11 11:05", "phone");

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.URGENT);
    assertThat(warnings.get(0).amountAtRiskMinor()).isNull();
    assertThat(warnings.get(0).reason().en()).contains("forwarding");
  }

  @Test
  void theCentresCallFindsTheLineBusyWhileTheCallGoesOn() {
    Story story = person().started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN);
    story.add(story.outcome("03-11 10:40", "wang", Outcome.Step.CALL, Outcome.Result.BUSY).build());

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.URGENT);
  }

  @Test
  void aListedDomesticNumberIsAsGoodAsAForeignOneEvenWhenListedAfterwards() {
    Story story =
        person()
            .ended("03-11 11:00", "c", "caller", "phone", Origin.DOMESTIC, 30)
            .pays("03-11 11:30", "card", "safe", 50_000)
            .clue("03-11 11:40", Clue.Kind.LISTED_PHONE, "caller", null);

    assertThat(warned(story)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1200, 11:05, 5000, true", // 20 min: long enough
    "1199, 11:05, 5000, false", // a second too short
    "1200, 14:00, 5000, true", // three hours after the end
    "1200, 14:01, 5000, false", // a minute too late
    "1200, 11:05, 4999, false", // a yuan too little
  })
  void bothSidesOfEachThreshold(int seconds, String time, double yuan, boolean warned) {
    Story story =
        person()
            .endedAfter("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, seconds)
            .pays("03-11 " + time, "card", "safe", yuan, 1_000_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"3000, 7000, true", "2999, 7001, false"})
  void thirtyPercentOfTheBalanceIsEnough(double yuan, double left, boolean warned) {
    Story story =
        person()
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30)
            .pays("03-11 11:05", "card", "safe", yuan, left);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @CsvSource({"10:22, true", "10:23, false"})
  void theSecondCallerMustFollowWithinTenMinutes(String second, boolean warned) {
    Story story =
        person()
            .ended("03-11 10:12", "c1", "abroad", "phone", Origin.FOREIGN, 12)
            .started("03-11 " + second, "c2", "other", "phone", Origin.LOCAL)
            .pays("03-11 11:00", "card", "safe", 20_000);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @Test
  void acrossMidnightAndMonthEnd() {
    Story story =
        person()
            .started("02-28 23:20", "c", "abroad", "phone", Origin.FOREIGN)
            .pays("03-01 00:10", "card", "safe", 60_000);

    assertThat(warned(story)).hasSize(1);
  }

  @Test
  void aFalseOfficersCallComesHoursLateInABatch() {
    Story story =
        person()
            .pays("03-11 11:05", "card", "safe", 50_000)
            .pays("03-11 19:00", "card", "shop", 30);
    Event late =
        new Story().ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30).last();

    assertThat(new Chain().feed(story.inOrder()).feed(List.of(late)).warnings("V1")).hasSize(1);
  }

  @Test
  void theRecordThatSaysWhoseThePhoneIsComesLast() {
    Story story =
        new Story()
            .owns("03-01 09:00", "wang", "card")
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30)
            .pays("03-11 11:05", "card", "safe", 50_000)
            .hasPhone("01-01 09:00", "wang", "phone");

    assertThat(new Chain().feed(story.events()).warnings("V1"))
        .extracting(Warning::person)
        .containsExactly("wang");
  }

  @Test
  void anAnnouncedPaymentThatSettlesIsWarnedOfOnce() {
    Story story = person().started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN);
    story.add(
        story
            .moving("03-11 10:30", "card", "safe", 50_000)
            .eventId("p")
            .result(Transaction.Result.PENDING)
            .build());
    story.add(story.moving("03-11 10:35", "card", "safe", 50_000).ofEventId("p").build());

    assertThat(warned(story)).hasSize(1);
  }

  @Test
  void aTransferThatBothBanksReportCountsOnce() {
    Story story = person().started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN);
    story.add(story.moving("03-11 10:30", "card", "safe", 3_000).transferId("t").build());
    story.add(
        story
            .moving("03-11 10:30", "card", "safe", 3_000)
            .source("bank-2")
            .transferId("t")
            .build());

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void anyOrderOfArrivalFindsTheSame() {
    Story story =
        person()
            .started("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN)
            .ended("03-11 10:40", "c1", "abroad", "phone", Origin.FOREIGN, 40)
            .forwarding("03-11 10:42", "phone")
            .pays("03-11 11:00", "card", "safe-1", 50_000)
            .pays("03-11 11:10", "card", "safe-2", 70_000);
    for (long seed = 0; seed < 40; seed++) {
      List<Warning> warnings = new Chain().feed(story.shuffled(seed)).warnings("V1");
      assertThat(warnings)
          .as("seed %d", seed)
          .allMatch(w -> w.grade() == Grade.URGENT)
          .anyMatch(w -> w.subject().equals("wang"));
    }
  }

  private static void assertUrgentAt(Chain chain, String time) {
    List<Warning> warnings =
        chain.warnings("V1").stream().filter(each -> each.grade() == Grade.URGENT).toList();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).detectedAt()).isEqualTo(Story.at(time));
    assertThat(warnings.get(0).reason().zh()).contains("20分钟");
  }

  @Test
  void twentyMinutesOfACallWithForwardingOnNeedNoFurtherEvent() {
    Chain chain = new Chain().feed(stillOnThePhone().forwarding("03-11 15:05", "phone").inOrder());

    assertThat(chain.until("03-11 15:19:59").warnings("V1")).isEmpty();
    assertUrgentAt(chain.until("03-11 15:20"), "03-11 15:20");
  }

  @Test
  void twentyMinutesOfACallWithTheCentresCallBusy() {
    Story story = stillOnThePhone();
    story.add(story.outcome("03-11 15:10", "wang", Outcome.Step.CALL, Outcome.Result.BUSY).build());
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("V1")).isEmpty();
    assertUrgentAt(chain.until("03-11 16:00"), "03-11 15:20");
  }

  @Test
  void twentyMinutesOfACallInWhichMoneyWasPaid() {
    Chain chain =
        new Chain().feed(stillOnThePhone().pays("03-11 15:05", "card", "safe", 6_000).inOrder());

    assertThat(chain.warnings("V1")).isEmpty();
    assertUrgentAt(chain.until("03-11 15:20"), "03-11 15:20");
    assertThat(chain.until("03-11 18:00").warnings("V1")).hasSize(1);
  }

  @Test
  void theSecondCallerHoldsTheLineAcrossMidnight() {
    Story story =
        person()
            .ended("03-31 23:50", "c1", "abroad", "phone", Origin.FOREIGN, 8)
            .started("03-31 23:53", "c2", "officer", "phone", Origin.LOCAL)
            .forwarding("03-31 23:55", "phone");
    Chain chain = new Chain().feed(story.inOrder()).until("04-01 00:04:59");

    assertThat(chain.warnings("V1")).isEmpty();
    assertUrgentAt(chain.until("04-01 00:05"), "04-01 00:05");
  }

  @Test
  void aCallThatEndsBeforeTwentyMinutesIsNotWaitedFor() {
    Story story =
        stillOnThePhone()
            .forwarding("03-11 15:05", "phone")
            .ended("03-11 15:19", "c", "abroad", "phone", Origin.FOREIGN, 19);

    assertThat(new Chain().feed(story.inOrder()).until("03-11 20:00").warnings("V1")).isEmpty();
  }
}
