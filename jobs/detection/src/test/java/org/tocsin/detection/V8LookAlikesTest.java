package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V8Story.buyer;
import static org.tocsin.detection.V8Story.chen;
import static org.tocsin.detection.V8Story.own;
import static org.tocsin.detection.V8Story.warned;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Holder;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V8: calls and payments around a parcel that are no refund. */
class V8LookAlikesTest {

  @Test
  void couriersCallAllDay() {
    Story story = buyer();
    for (int i = 0; i < 8; i++) {
      story.endedAfter(
          "03-11 1%d:06".formatted(i), "c" + i, "courier-" + i, "phone", Origin.LOCAL, 50 + 15 * i);
    }
    story.pays("03-11 14:10", "card", "landlord", 3_000);

    assertThat(new Chain().feed(story.inOrder()).warnings()).isEmpty();
  }

  @Test
  void aTrustedServiceCallsAndAFriendIsPaidForTheFirstTime() {
    Story story =
        buyer()
            .clue("01-01 09:00", Clue.Kind.TRUSTED_PHONE, "service", null)
            .ended("03-11 10:06", "c", "service", "phone", Origin.LOCAL, 6)
            .pays("03-11 10:20", "card", "friend", 6_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.held()).anyMatch(each -> each.pattern().equals("V8"));
  }

  @Test
  void theBankCallsBackAndALandlordIsPaid() {
    Story story =
        buyer()
            .ended("03-11 10:06", "c", "bank", "phone", Origin.LOCAL, 31)
            .pays("03-11 10:20", "card", "landlord", 6_000, 50_000);

    assertThat(new Chain().feed(story.inOrder()).warnings())
        .allMatch(each -> each.tier() == Tier.SMS);
  }

  @Test
  void aSellerOfUsedThingsIsMetByPhone() {
    Story story =
        chen()
            .ended("03-11 10:06", "c", "seller", "phone", Origin.LOCAL, 6)
            .pays("03-11 10:20", "card", "seller-card", 3_000);

    assertThat(new Chain().feed(story.inOrder()).warnings()).isEmpty();
  }

  @Test
  void oneDeclinedPaymentAndThenItWorks() {
    Story story = buyer().ended("03-11 10:06", "c", "landlord", "phone", Origin.LOCAL, 6);
    story.declined("03-11 10:15", "card", "friend", 300);
    story.pays("03-11 10:16", "card", "friend", 300);

    assertThat(new Chain().feed(story.inOrder()).warnings()).isEmpty();
  }

  @Test
  void ownMoneyFromSavingsForTheRent() {
    Story story = chen();
    own(story, "03-11 10:00", "savings", "card", 6_000);
    story.pays("03-11 10:30", "card", "landlord", 6_000);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void ownMoneyGatheredForACompany() {
    Story story = chen();
    own(story, "03-11 10:00", "savings", "card", 30_000);
    own(story, "03-11 10:10", "old-card", "card", 40_000);
    story.add(
        story.moving("03-11 10:30", "card", "dealer", 70_000).payeeHolder(Holder.COMPANY).build());

    assertThat(new Chain().feed(story.inOrder()).warnings())
        .allMatch(each -> each.tier() == Tier.SMS);
    assertThat(warned(story)).isEmpty();
  }

  /** A bank's daily limit makes one try the same payment again. */
  @ParameterizedTest
  @CsvSource({"seller, 6000, LOW", "seller, 5500, MEDIUM", "another, 6000, MEDIUM"})
  void onePaymentThatIsTriedTwiceIsOne(String second, double yuan, Grade grade) {
    Story story = buyer().ended("03-11 10:10", "c", "seller", "phone", Origin.LOCAL, 10);
    story.declined("03-11 10:15", "card", "seller", 6_000);
    story.declined("03-11 10:16", "card", second, yuan);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(grade);
  }
}
