package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V3Story.person;
import static org.tocsin.detection.V3Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V3: what else is paid and comes back with a little more. */
class V3LookAlikesTest {

  private static Story anna() {
    return new Story().owns("01-01 09:00", "anna", "card");
  }

  /** Eighty-eight for luck, and a hundred from somebody else at the table. */
  @ParameterizedTest
  @CsvSource({"88, 100", "188, 200", "166, 188", "6, 6.66", "8.88, 10", "5.20, 6"})
  void redPacketsAreNoTaskAndItsRebate(double sent, double received) {
    Story story =
        anna()
            .pays("03-01 19:22", "card", "nephew", sent)
            .pays("03-01 19:31", "aunt", "card", received)
            .pays("03-01 21:17", "card", "decorator", 4_061);

    assertThat(warned(story)).isEmpty();
  }

  /** It may still be how somebody was won over: two jumps, or a large one, are worth a text. */
  @Test
  void whatFollowsRedPacketsIsTextedWhenItIsLarge() {
    Story story =
        anna()
            .pays("03-01 19:36", "card", "nephew", 88)
            .pays("03-01 19:40", "aunt", "card", 100)
            .pays("03-02 10:35", "card", "builder", 47_400);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  /** Tasks are not set in such sums, or not all of them. */
  @Test
  void aTaskBesideARedPacketIsATask() {
    Story story =
        anna()
            .pays("03-01 19:00", "card", "nephew", 88)
            .pays("03-01 19:10", "aunt", "card", 100)
            .pays("03-01 20:00", "card", "m1", 108)
            .pays("03-01 20:20", "r1", "card", 113)
            .pays("03-01 22:00", "card", "m2", 3_000);

    assertThat(warned(story)).extracting(Warning::grade).endsWith(Grade.MEDIUM);
  }

  /** His tenants pay him; a repair and a returned deposit look like a test and its rebate. */
  @ParameterizedTest
  @CsvSource({"3, HIGH", "4, LOW"})
  void aLandlordWhomStrangersPayIsTexted(int tenants, Grade highest) {
    Story story = person();
    for (int i = 0; i < tenants; i++) {
      story.pays("02-28 1%d:00".formatted(i), "tenant-" + i, "card", 2_500);
    }
    story
        .pays("03-01 10:00", "card", "plumber", 300)
        .pays("03-01 10:20", "insurer", "card", 315)
        .pays("03-01 14:00", "card", "painter", 3_000)
        .pays("03-01 18:00", "card", "kitchen", 12_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(highest);
  }

  @ParameterizedTest
  @CsvSource({"8_000, 11:00, false", "7_999, 11:00, true", "8_000, 10:59, true"})
  void whatAStrangerPaidInAndWentStraightOnIsNoJump(String in, String at, boolean jump) {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 11:00", "r1", "card", 110)
            .pays("03-02 " + at, "stranger", "card", Double.parseDouble(in.replace("_", "")))
            .pays("03-02 12:00", "card", "m2", 10_000);

    assertThat(warned(story).stream().anyMatch(w -> w.grade() == Grade.HIGH)).isEqualTo(jump);
  }

  @Test
  void smallChangeAmongPeopleIsNoTest() {
    Story story =
        person().pays("03-01 10:00", "card", "p1", 19.99).pays("03-01 10:30", "p2", "card", 21);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void tinyPairsDoNotMakeALaterChanceTelling() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "p1", 20)
            .pays("03-01 10:30", "p2", "card", 22)
            .pays("03-01 11:00", "card", "p3", 30)
            .pays("03-01 11:30", "p4", "card", 33)
            .pays("03-01 12:00", "card", "p5", 120.50)
            .pays("03-01 20:00", "p6", "card", 130);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aFriendWhoWasPaidBeforeIsNoStranger() {
    Story story =
        person()
            .pays("02-01 10:00", "card", "friend", 80)
            .pays("03-01 10:00", "card", "p1", 100)
            .pays("03-01 10:30", "friend", "card", 110);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aLateRebateAndALongUnknownCallAreNotYetWorthACall() {
    Story story =
        person()
            .ended("03-01 09:30", null, "stranger", "phone", Origin.DOMESTIC, 25)
            .pays("03-01 10:00", "card", "m1", 100)
            .pays("03-01 20:00", "r1", "card", 110);

    assertThat(warned(story)).allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void aGroupBuyingOrganiserCollectsFromMany() {
    Story story = person();
    for (int i = 0; i < 9; i++) {
      story.pays("03-01 10:%02d".formatted(i), "member-" + i, "card", 100 + i);
      story.pays("03-01 09:%02d".formatted(i), "card", "farm-" + i, 95);
    }
    story.pays("03-01 15:00", "card", "orchard", 6_000);

    assertThat(warned(story)).allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void reimbursementIsWhatWasPaid() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "restaurant", 300)
            .pays("03-01 12:00", "colleague", "card", 300);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aRefundIsNoRebate() {
    Story story = person().pays("03-01 10:00", "card", "shop", 100);
    story.add(
        story.moving("03-01 12:00", "platform", "card", 105).kind(Transaction.Kind.REFUND).build());

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aFriendPaysBackALittleMoreFromTheSameAccount() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "friend", 100)
            .pays("03-01 12:00", "friend", "card", 110);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void friendsSettleSmallSumsSoOnePairBelowAHundredIsNotTextedAndTwoAre() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "m1", 66)
            .pays("03-01 11:01", "r1", "card", 70)
            .pays("03-01 12:00", "card", "m2", 70)
            .pays("03-01 12:20", "r2", "card", 78);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW);
    assertThat(warnings.get(0).eventTime()).isEqualTo(Story.at("03-01 12:20"));
  }

  @Test
  void twoWhoPaidTheirShareAndWereGivenNothingMakeItAGroupBuyNotARebate() {
    Story story =
        person()
            .pays("03-01 10:00", "card", "baker", 114)
            .pays("03-01 10:10", "n1", "card", 129)
            .pays("03-01 10:20", "n2", "card", 129)
            .pays("03-01 10:30", "n3", "card", 129)
            .pays("03-02 10:00", "card", "landlord", 11_000);

    assertThat(new Chain().feed(story.inOrder()).warnings()).allMatch(w -> w.tier() == Tier.SMS);
  }

  /** To the friend's wallet, and back from the friend's card: the openings say whose both are. */
  @ParameterizedTest
  @CsvSource({"01-02 09:00", "03-01 23:00"})
  void whatTheOnePaidGivesBackIsNoRebate(String told) {
    Story story =
        anna()
            .owns("01-02 09:00", "ben", "ben-wallet")
            .owns(told, "ben", "ben-card")
            .pays("03-01 19:00", "card", "ben-wallet", 150)
            .pays("03-01 19:05", "ben-card", "card", 165)
            .pays("03-01 23:30", "card", "shopkeeper", 4_000);

    assertThat(warned(story)).filteredOn(each -> each.eventTime() > Story.at(told)).isEmpty();
  }

  /** A mule may have two cards as well: two jumps, or a large one, are worth a text. */
  @Test
  void aRebateOfTheOnePaidIsTextedWhenLargePaymentsFollow() {
    Story story =
        anna()
            .owns("01-02 09:00", "ben", "ben-wallet")
            .owns("01-02 09:00", "ben", "ben-card")
            .pays("03-01 19:00", "card", "ben-wallet", 150)
            .pays("03-01 19:05", "ben-card", "card", 165)
            .pays("03-02 10:00", "card", "m2", 30_000);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  /** Everybody sends red packets to everybody: who pays now got one two days ago, elsewhere. */
  @Test
  void whoeverWasPaidBeforeRebatesNothing() {
    Story story =
        anna()
            .owns("01-02 09:00", "ben", "ben-wallet")
            .owns("01-02 09:00", "ben", "ben-card")
            .pays("02-27 19:00", "card", "ben-wallet", 50)
            .pays("03-01 19:00", "card", "cleo", 168)
            .pays("03-01 19:01", "ben-card", "card", 201.6);

    assertThat(warned(story)).isEmpty();
  }

  /** Two accomplices who set and rebate the tasks in turns were strangers to begin with. */
  @Test
  void whoRebatesOneTaskMaySetTheNext() {
    Story story =
        anna()
            .owns("01-02 09:00", "m1", "m1-card")
            .owns("01-02 09:00", "m1", "m1-wallet")
            .pays("03-01 19:00", "card", "m1-card", 100)
            .pays("03-01 19:01", "m2", "card", 108)
            .pays("03-01 19:10", "card", "m2", 200)
            .pays("03-01 19:11", "m1-wallet", "card", 216);

    assertThat(warned(story)).isNotEmpty();
  }
}
