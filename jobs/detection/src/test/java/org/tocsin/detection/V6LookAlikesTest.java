package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.isAboveSms;
import static org.tocsin.detection.V6Story.anna;
import static org.tocsin.detection.V6Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V6: a large sum sent at once that no "friend" asked for. */
class V6LookAlikesTest {

  @Test
  void whatIsUsualIsAskedOfAllAccounts() {
    Story story = anna(9, 0).owns("01-01 09:00", "anna", "other-card");
    story.pays("02-25 09:00", "other-card", "dealer", 12_000, 90_000);
    story.pays("03-11 10:11", "card", "stranger", 30_000, 30_000);

    assertThat(warned(story)).isEmpty();
    assertThat(warned(anna(5, 0).owns("01-01 09:00", "anna", "new-card"))).isEmpty();
  }

  /** A dealer's or money changer's customers; a mule is ordinary until the day. */
  @ParameterizedTest
  @CsvSource({"3, URGENT", "4, LOW"})
  void onWhomStrangersPayDayAfterDayItIsHisBusiness(int days, Grade highest) {
    Story story = anna();
    for (int day = 0; day < days; day++) {
      for (int customer = 0; customer < 3; customer++) {
        story.pays(
            "03-%02d 09:0%d".formatted(11 - day, customer),
            "customer-" + day + customer,
            "stranger",
            8_000);
      }
    }
    story.pays("03-11 10:11", "card", "stranger", 30_000, 40_000);

    List<Warning> warnings =
        warned(story).stream().filter(each -> "anna".equals(each.person())).toList();

    assertThat(warnings.get(warnings.size() - 1).grade()).isEqualTo(highest);
  }

  @ParameterizedTest
  @CsvSource({"07:11, false", "07:10, true"})
  void whoeverPassesOnWhatStrangersPaidIsNoVictim(String in, boolean warned) {
    Story story =
        anna()
            .pays("03-11 " + in, "stranger", "card", 15_000)
            .pays("03-11 10:11", "card", "runner", 30_000, 100);

    assertThat(!warned(story).isEmpty()).isEqualTo(warned);
  }

  @Test
  void aUsedCar() {
    assertThat(isAboveSms(anna().pays("03-11 10:11", "card", "seller", 38_000, 20_000))).isFalse();
  }

  @Test
  void aDecorator() {
    Story story =
        anna()
            .pays("03-11 10:11", "card", "decorator", 20_000, 40_000)
            .pays("03-15 10:11", "card", "decorator", 20_000, 20_000);

    assertThat(isAboveSms(story)).isFalse();
  }

  @Test
  void aFriendWhoHasPaidBackBefore() {
    Story story =
        anna()
            .pays("02-26 10:00", "friend", "card", 300)
            .pays("03-11 10:11", "card", "friend", 40_000, 10_000);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aKnownPayeeAnOwnAccountAndAMerchant() {
    Story story = anna().owns("01-01 09:00", "anna", "savings");
    for (String day : List.of("02-21", "02-22", "02-23")) {
      story.pays(day + " 10:00", "card", "mother", 500, 50_000);
    }
    story
        .pays("03-11 10:11", "card", "mother", 40_000, 10_000)
        .pays("03-12 10:11", "card", "savings", 40_000, 10_000);
    story.add(
        story
            .moving("03-13 10:11", "card", "dealer", 40_000)
            .payerBalanceMinor(1_000_000L)
            .payeeHolder(Holder.MERCHANT)
            .build());

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aCompanyAsPayee() {
    Story story = anna();
    story.add(
        story
            .moving("03-11 10:11", "card", "developer", 40_000)
            .payerBalanceMinor(1_000_000L)
            .payeeHolder(Holder.COMPANY)
            .build());

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void aPayeeFoundToBeNoScam() {
    Story story = anna();
    story.add(
        story
            .outcome("03-10 10:00", "anna", Outcome.Step.CALL, Outcome.Result.REACHED)
            .conclusion(Outcome.Conclusion.NOT_SCAM)
            .account("seller")
            .build());
    story.pays("03-11 10:11", "card", "seller", 40_000, 10_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("V6")).isEmpty();
    assertThat(chain.held()).anyMatch(each -> each.pattern().equals("V6"));
  }
}
