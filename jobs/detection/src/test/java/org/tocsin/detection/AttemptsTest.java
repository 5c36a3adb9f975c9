package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** Payments that the bank declines: tried again within minutes, so nobody waits for that. */
class AttemptsTest {

  private static Story onThePhoneWithThePolice() {
    return V1Story.person().ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30);
  }

  @Test
  void v1WarnsAtTheAttempt() {
    Story story = onThePhoneWithThePolice().declined("03-11 11:05", "card", "safe", 50_000);

    Warning warning = only(V1Story.warned(story));

    assertThat(warning.grade()).isEqualTo(Grade.URGENT);
    assertThat(warning.detectedAt()).isEqualTo(Story.at("03-11 11:05"));
    assertThat(warning.amountAtRiskMinor()).isEqualTo(5_000_000);
    assertThat(warning.reason().en()).contains("¥50,000 of it declined by the bank");
    assertThat(warning.reason().zh()).contains("其中50,000元被银行拒绝");
    assertThat(warning.advice())
        .extracting(Advice::reasonCode)
        .startsWith("V1_PAYMENT_DECLINED")
        .doesNotContain("V1_PAYEE");
    assertThat(warning.advice().get(0).kind()).isEqualTo(Advice.Kind.DELAY_PAYMENT);
    assertThat(warning.advice().get(0).account()).isEqualTo("safe");
  }

  /** The attempt and what became of it are one sum. */
  @Test
  void whatIsPaidAfterwardsReplacesTheAttempt() {
    Story story =
        onThePhoneWithThePolice()
            .declined("03-11 11:05", "card", "safe", 50_000)
            .pays("03-11 11:20", "card", "safe", 30_000);

    Warning warning = only(callLast(story).warnings("V1"));
    assertThat(warning.amountAtRiskMinor()).isEqualTo(3_000_000);
    assertThat(warning.reason().en()).doesNotContain("declined");
  }

  @Test
  void anotherPayeeAfterwardsIsMore() {
    Story story =
        onThePhoneWithThePolice()
            .declined("03-11 11:05", "card", "safe", 50_000)
            .pays("03-11 11:20", "card", "safe-2", 30_000);

    assertThat(only(callLast(story).warnings("V1")).amountAtRiskMinor()).isEqualTo(8_000_000);
  }

  /** Trying three times does not make three sums of it. */
  @Test
  void triedAgainAndDeclinedAgainItIsOneSum() {
    Story story = onThePhoneWithThePolice();
    story.declined("03-11 11:05", "card", "safe", 50_000);
    story.declined("03-11 11:06", "card", "safe", 50_000);
    story.declined("03-11 11:08", "card", "safe", 20_000);

    assertThat(only(callLast(story).warnings("V1")).amountAtRiskMinor()).isEqualTo(2_000_000);
  }

  /** What the bank declined is still in the balance, and is not at risk twice. */
  @Test
  void theBalanceStillHoldsIt() {
    Story story = onThePhoneWithThePolice();
    story.declined("03-11 11:05", "card", "safe", 50_000, 80_000);

    assertThat(only(V1Story.warned(story)).amountAtRiskMinor()).isEqualTo(8_000_000);
  }

  @ParameterizedTest
  @CsvSource({"landlord, false", "safe, true"})
  void anAttemptToPayWhomOneKnowsIsNone(String payee, boolean warned) {
    Story story =
        V1Story.person()
            .pays("01-10 09:00", "card", "landlord", 5_000)
            .pays("02-10 09:00", "card", "landlord", 5_000)
            .pays("03-10 09:00", "card", "landlord", 5_000)
            .ended("03-11 11:00", "c", "abroad", "phone", Origin.FOREIGN, 30);

    assertThat(!V1Story.warned(story.declined("03-11 11:05", "card", payee, 8_000)).isEmpty())
        .isEqualTo(warned);
  }

  @Test
  void anAttemptToPayATrustedAccountIsHeldBack() {
    Story story =
        onThePhoneWithThePolice().clue("03-01 09:00", Clue.Kind.TRUSTED_ACCOUNT, null, "court");

    assertThat(V1Story.warned(story.declined("03-11 11:05", "card", "court", 50_000))).isEmpty();
  }

  @Test
  void anyOrderOfArrivalWarnsOnce() {
    Story story =
        onThePhoneWithThePolice()
            .declined("03-11 11:05", "card", "safe", 50_000)
            .pays("03-11 11:20", "card", "safe-2", 30_000);
    for (long seed = 0; seed < 40; seed++) {
      List<Warning> warnings = new Chain().feed(story.shuffled(seed)).warnings("V1");
      assertThat(warnings).as("seed %d", seed).extracting(Warning::grade).contains(Grade.URGENT);
      assertThat(warnings).extracting(Warning::warningId).containsOnly(warnings.get(0).warningId());
    }
  }

  @Test
  void v5WarnsAtTheSecondFeeThatIsTried() {
    Story story =
        V1Story.person()
            .ended("03-01 09:00", "c", "lender", "phone", Origin.DOMESTIC, 5)
            .pays("03-01 10:00", "card", "m1", 3_600);
    story.declined("03-01 11:00", "card", "m2", 12_000);

    Warning warning = only(FlowAssert.warned(story, "V5"));

    assertThat(warning.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(warning.reason().en()).contains("¥12,000 of it declined by the bank");
  }

  /** Nothing has been paid yet: a single attempt is no row of fees. */
  @Test
  void v5BeginsWithAFeeThatWasPaid() {
    Story story = V1Story.person().ended("03-01 09:00", "c", "lender", "phone", Origin.DOMESTIC, 5);
    story.declined("03-01 10:00", "card", "m1", 3_600);
    story.pays("03-01 11:00", "card", "m2", 12_000);

    assertThat(FlowAssert.warned(story, "V5")).isEmpty();
  }

  @Test
  void v6WarnsAtTheAttempt() {
    Story story = V6Story.anna();
    story.declined("03-11 10:11", "card", "stranger", 40_000, 50_000);

    Warning warning = only(V6Story.warned(story));

    assertThat(warning.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(warning.amountAtRiskMinor()).isEqualTo(5_000_000);
    assertThat(warning.reason().en())
        .contains("¥40,000 of it declined by the bank", "80% of the balance");
  }

  @Test
  void v6WarnsAtWhatACompanyTries() {
    Story story = new Story();
    story.add(
        story
            .moving("03-11 10:11", "firm-account", "stranger", 500_000)
            .payerHolder(Holder.COMPANY)
            .payerBalanceMinor(52_000_000L)
            .result(Transaction.Result.DECLINED)
            .build());

    Warning warning = only(FlowAssert.warned(story, "V6"));

    assertThat(warning.grade()).isEqualTo(Grade.URGENT);
    assertThat(warning.amountAtRiskMinor()).isEqualTo(52_000_000);
    assertThat(warning.reason().en()).contains("declined by the bank");
  }

  /** The call's record comes when all the rest is known. */
  private static Chain callLast(Story story) {
    List<Event> events = new ArrayList<>(story.inOrder());
    List<Event> calls = events.stream().filter(Call.class::isInstance).toList();
    events.removeAll(calls);
    events.addAll(calls);
    return new Chain().feed(events);
  }

  private static Warning only(List<Warning> warnings) {
    assertThat(warnings).hasSize(1);
    return warnings.get(0);
  }
}
