package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.V1Story.person;
import static org.tocsin.detection.V1Story.warned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** V1 without a call: own money from several banks, gathered and sent out. */
class V1GatheringTest {

  /** Own money from three banks, 900,000 in all. */
  private static Story gathered() {
    Story story = person();
    for (int bank = 1; bank <= 3; bank++) {
      story.add(
          story
              .moving("03-11 10:0" + bank, "own-" + bank, "card", 300_000)
              .source("bank-" + bank)
              .payerPerson("wang")
              .payeePerson("wang")
              .build());
    }
    return story;
  }

  @Test
  void withoutAnyCallOwnMoneyFromThreeBanksGatheredAndSentOut() {
    Story story = person();
    for (int bank = 1; bank <= 3; bank++) {
      story.add(
          story
              .moving("03-11 10:0" + bank, "own-" + bank, "card", 30_000)
              .source("bank-" + bank)
              .payerPerson("wang")
              .payeePerson("wang")
              .build());
    }
    story.pays("03-11 10:50", "card", "safe", 90_000, 10);

    List<Warning> warnings = warned(story);

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
    assertThat(warnings.get(1).reason().zh()).contains("3家银行");
    assertThat(warnings.get(1).advice())
        .anyMatch(a -> a.kind() == Advice.Kind.STOP_PAYMENT && "safe".equals(a.account()));
  }

  @Test
  void gatheredFromAccountsKnownToBeOwnByTheirOpeningRecords() {
    Story story = person();
    for (int bank = 1; bank <= 3; bank++) {
      story.owns("01-02 09:00", "wang", "own-" + bank);
      story.add(
          story
              .moving("03-11 10:0" + bank, "own-" + bank, "card", 30_000)
              .source("bank-" + bank)
              .build());
    }
    story.pays("03-11 10:50", "card", "safe", 90_000, 10);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
  }

  @Test
  void gatheringReportedByBothBanksWhateverComesFirst() {
    Story story = person();
    for (int bank = 2; bank <= 4; bank++) {
      story.owns("01-02 09:00", "wang", "own-" + bank);
      story.add(
          story
              .moving("03-11 10:0" + bank, "own-" + bank, "card", 30_000)
              .eventId("announced-" + bank)
              .source("bank-" + bank)
              .result(Transaction.Result.PENDING)
              .build());
      story.add(
          story
              .moving("03-11 10:1" + bank, "own-" + bank, "card", 30_000)
              .source("bank-1")
              .payeePerson("wang")
              .transferId("t" + bank)
              .build());
      story.add(
          story
              .moving("03-11 10:1" + bank, "own-" + bank, "card", 30_000)
              .source("bank-" + bank)
              .ofEventId("announced-" + bank)
              .transferId("t" + bank)
              .build());
    }
    story.pays("03-11 10:50", "card", "safe", 90_000, 10);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
    assertThat(warned(story).get(1).reason().zh()).contains("3家银行", "归集本人资金90,000元");
    for (long seed = 0; seed < 20; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("V1"))
          .as("seed %d", seed)
          .anyMatch(w -> w.grade() == Grade.URGENT && w.reason().zh().contains("90,000元到"));
    }
  }

  @Test
  void ownMoneyFromTwoBanksIsHousekeeping() {
    Story story = person();
    for (int account = 1; account <= 3; account++) {
      story.add(
          story
              .moving("03-11 10:0" + account, "own-" + account, "card", 30_000)
              .source("bank-" + Math.min(account, 2))
              .payerPerson("wang")
              .payeePerson("wang")
              .build());
    }
    story.pays("03-11 10:50", "card", "safe", 90_000, 10);

    assertThat(warned(story)).isEmpty();
  }

  @Test
  void gatheredInTransfersThatBothBanksReportWithoutBalances() {
    Story story = person();
    for (int bank = 2; bank <= 4; bank++) {
      story.owns("01-02 09:00", "wang", "own-" + bank);
      // The receiving bank's report stands first, as its name sorts first.
      for (String source : List.of("bank-1", "bank-" + bank)) {
        story.add(
            story
                .moving("03-11 10:0" + bank, "own-" + bank, "card", 30_000)
                .source(source)
                .transferId("transfer-" + bank)
                .build());
      }
    }
    story.pays("03-11 10:50", "card", "safe", 90_000, 10);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
  }

  @Test
  void gatheringForAHouseAndPayingTheDeveloperIsTextedAtMost() {
    Story story = gathered();
    story.add(
        story
            .moving("03-11 10:50", "card", "developer", 900_000)
            .payeeHolder(Holder.COMPANY)
            .build());

    assertThat(warned(story)).allMatch(w -> w.tier() == Tier.SMS);
  }

  @Test
  void aDeveloperIsPaidMuchAndSomebodyNewALittleAfterGathering() {
    Story story = gathered();
    story.pays("03-11 10:40", "card", "greengrocer", 177);
    story.add(
        story
            .moving("03-11 10:50", "card", "developer", 880_000)
            .payeeHolder(Holder.COMPANY)
            .build());

    assertThat(warned(story)).isNotEmpty().allMatch(w -> w.tier() == Tier.SMS);
  }
}
