package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V1Story.person;
import static org.tocsin.detection.V1Story.stillOnThePhone;
import static org.tocsin.detection.V1Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V1: long calls that are no officer's, and money that goes to no "safe account". */
class V1LookAlikesTest {

  /** A cousin abroad on a new number, and a relative who has paid before. */
  @ParameterizedTest
  @CsvSource({"safe, URGENT", "other, LOW"})
  void whoHasPaidThePersonBeforeIsNoSafeAccount(String payee, Grade highest) {
    Story story =
        person()
            .pays("02-20 12:00", "other", "card", 600)
            .started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN)
            .pays("03-11 10:40", "card", payee, 8_000);

    List<Warning> warnings = warned(story);

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(highest);
  }

  @Test
  void theBanksCallbackCentreIsTrusted() {
    Story story =
        person()
            .clue("01-01 09:00", Clue.Kind.TRUSTED_PHONE, "95588", null)
            .ended("03-11 11:00", "c", "95588", "phone", Origin.VOIP, 30)
            .pays("03-11 11:10", "card", "landlord", 8_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.held())
        .extracting(Finding.Held::reason)
        .contains(Finding.Reason.TRUSTED_PHONE);
  }

  @Test
  void aRelativeOnANewDomesticNumberIsNoOfficer() {
    Story story =
        person()
            .ended("03-11 11:00", "c", "cousin", "phone", Origin.DOMESTIC, 45)
            .pays("03-11 11:10", "card", "cousins-card", 20_000);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aHospitalsCallIsFollowedByAPaymentToARegisteredMerchant() {
    Story story = person().ended("03-11 11:00", "c", "hospital", "phone", Origin.VOIP, 25);
    story.add(
        story
            .moving("03-11 11:10", "card", "hospital-account", 9_000)
            .kind(Transaction.Kind.MERCHANT_PAYMENT)
            .payeeHolder(Holder.MERCHANT)
            .merchantCategory("8062")
            .build());
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.held())
        .extracting(Finding.Held::reason)
        .containsExactly(Finding.Reason.REGISTERED_MERCHANT);
  }

  @Test
  void moneyToTheLandlordPaidEveryMonthIsHeldBackAndSaysSo() {
    Story story =
        person()
            .pays("01-10 09:00", "card", "landlord", 5_000)
            .pays("02-10 09:00", "card", "landlord", 5_000)
            .pays("03-10 09:00", "card", "landlord", 5_000)
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30)
            .pays("03-11 11:10", "card", "landlord", 5_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.held())
        .extracting(Finding.Held::reason)
        .containsExactly(Finding.Reason.KNOWN_PAYEE);
  }

  @Test
  void aPayeeKnownThroughAnotherCardIsKnown() {
    Story story =
        person()
            .owns("01-01 09:00", "wang", "other-card")
            .pays("01-10 09:00", "other-card", "landlord", 5_000)
            .pays("02-10 09:00", "other-card", "landlord", 5_000)
            .pays("03-01 09:00", "other-card", "landlord", 5_000)
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30)
            .pays("03-11 11:10", "card", "landlord", 5_000);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void moneyToOnesOwnAccountIsHeldBack() {
    Story story =
        person()
            .owns("01-01 09:00", "wang", "savings")
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30)
            .pays("03-11 11:10", "card", "savings", 50_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.held())
        .filteredOn(each -> each.pattern().equals("V1"))
        .extracting(Finding.Held::reason)
        .containsExactly(Finding.Reason.OWN_ACCOUNT);
  }

  @Test
  void aDaughterAbroadWhoCallsEveryWeekIsKnown() {
    Story story =
        person()
            .ended("02-20 20:00", "a", "daughter", "phone", Origin.FOREIGN, 30)
            .ended("03-10 20:00", "b", "daughter", "phone", Origin.FOREIGN, 30)
            .pays("03-10 20:10", "card", "school", 50_000);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aLongCallFromAbroadAloneIsARelative() {
    Chain chain = new Chain().feed(stillOnThePhone().inOrder()).until("03-11 20:00");

    assertThat(chain.warnings()).isEmpty();
  }

  @Test
  void aLongCallFromTheNeighbourhoodIsNone() {
    Story story =
        person()
            .started("03-11 15:00", "c", "neighbour", "phone", Origin.LOCAL)
            .forwarding("03-11 15:05", "phone");

    assertThat(new Chain().feed(story.inOrder()).until("03-11 20:00").warnings("V1")).isEmpty();
  }

  @Test
  void aCompanyIsPaidMuchAndSomebodyNewALittleAfterALongCall() {
    Story story =
        person().ended("03-11 10:00", "c1", "daughter-abroad", "phone", Origin.FOREIGN, 40);
    story.add(
        story.moving("03-11 10:20", "card", "school", 60_000).payeeHolder(Holder.COMPANY).build());
    story.pays("03-11 10:30", "card", "greengrocer", 177);

    assertThat(warned(story)).isNotEmpty().allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void aCompanysNewAgentAbroadIsPaidAfterALongCallFromThere() {
    Story story =
        person()
            .ended("03-11 10:00", "c1", "customer-abroad", "phone", Origin.FOREIGN, 40)
            .add(companyPays("03-11 10:20", "agent", 90_000));

    assertThat(warned(story)).isEmpty();
  }

  /** No look-alike: who is still on the phone with the company's money is told what to do. */
  @Test
  void aCompanysMoneyThatLeavesWhileTheCallGoesOnIsNone() {
    Story onThePhone = stillOnThePhone().add(companyPays("03-11 15:40", "safe", 90_000));
    Story listed =
        person()
            .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "abroad", null)
            .ended("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN, 40)
            .add(companyPays("03-11 10:20", "safe", 90_000));

    assertThat(warned(onThePhone)).extracting(Warning::tier).containsExactly(Tier.IN_PERSON);
    assertThat(warned(listed)).extracting(Warning::tier).containsExactly(Tier.IN_PERSON);
  }

  private static Transaction companyPays(String time, String payee, double yuan) {
    return new Story()
        .moving(time, "company-account", payee, yuan)
        .payerHolder(Holder.COMPANY)
        .payerPerson("wang")
        .build();
  }
}
