package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Holder;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** P7: a SIM replaced or moved, then a payment to somebody new. */
class P7SimSwapTest {

  private final Story story =
      new Story().hasPhone("01-01 09:00", "zhou", "phone").owns("01-01 09:00", "zhou", "card");
  private int number;

  private CallBuilder record(String time, Call.Kind kind) {
    return CallBuilder.builder()
        .eventId("k" + ++number)
        .source("carrier-1")
        .eventTime(Story.at(time))
        .kind(kind)
        .caller("phone");
  }

  private void replaced(String time) {
    story.add(record(time, Call.Kind.SIM_CHANGED).build());
  }

  private void callsFrom(String time, String imei) {
    story.add(
        record(time, Call.Kind.ENDED)
            .callee("friend")
            .answered(true)
            .durationSeconds(0)
            .callerImei(imei)
            .build());
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("P7");
  }

  @Test
  void theOwnerIsTheOneDeceived() {
    replaced("03-05 10:00");
    story.pays("03-05 10:20", "card", "stranger", 8_000, 2_000);

    assertThat(warned())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.lane()).isEqualTo(Lane.VICTIM);
              assertThat(w.tier()).isEqualTo(Tier.SMS);
              assertThat(w.person()).isEqualTo("zhou");
              assertThat(w.amountAtRiskMinor()).isEqualTo(800_000);
              assertThat(w.advice())
                  .extracting(Advice::kind)
                  .contains(Advice.Kind.REVERIFY_SIM, Advice.Kind.DELAY_PAYMENT);
              assertThat(w.reason().zh()).contains("更换SIM卡", "8,000元");
              assertThat(w.reason().en()).contains("replaced", "¥8,000");
              assertThat(w.evidence()).hasSize(2);
            });
  }

  @ParameterizedTest
  @CsvSource({"03-06 00:30, 1", "03-06 00:30:00.001, 0", "03-05 23:29, 0"})
  void withinTheHourOverMidnight(String paid, int warnings) {
    replaced("03-05 23:30");
    story.pays(paid, "card", "stranger", 8_000, 2_000);

    assertThat(warned()).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"999.99, 0", "1000, 1"})
  void fromAThousandOn(double yuan, int warnings) {
    replaced("03-05 10:00");
    story.pays("03-05 10:20", "card", "stranger", yuan, 2_000);

    assertThat(warned()).hasSize(warnings);
  }

  @Test
  void theSimInAnotherHandset() {
    callsFrom("03-01 10:00", "usual");
    callsFrom("03-05 10:00", "other");
    story.pays("03-05 10:20", "card", "stranger", 8_000, 2_000);

    assertThat(warned())
        .singleElement()
        .satisfies(w -> assertThat(w.reason().zh()).contains("另一终端"));
  }

  @Test
  void aListedPayeeMakesItACall() {
    story.clue("03-01 10:00", Clue.Kind.LISTED_ACCOUNT, null, "mule");
    replaced("03-05 10:00");
    story.pays("03-05 10:20", "card", "mule", 8_000, 2_000);

    assertThat(warned()).extracting(Warning::tier).contains(Tier.CALL);
  }

  @Test
  void anyOrderAndCopiesAndTheOwnerLast() {
    replaced("03-05 10:00");
    story.add(story.last());
    story.pays("03-05 10:20", "card", "stranger", 8_000, 2_000);
    story.add(story.last());
    for (long seed = 0; seed < 40; seed++) {
      assertThat(new Chain().feed(story.shuffled(seed)).warnings("P7"))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  // What looks like it and is not.

  @Test
  void aNewHandsetIsBoughtInAShop() {
    callsFrom("03-01 10:00", "usual");
    callsFrom("03-05 10:00", "new");
    story.add(
        story.moving("03-05 10:20", "card", "shop", 4_000).payeeHolder(Holder.MERCHANT).build());

    assertThat(warned()).isEmpty();
  }

  @Test
  void twoHandsetsInTurn() {
    callsFrom("03-01 10:00", "one");
    callsFrom("03-02 10:00", "two");
    callsFrom("03-05 10:00", "one");
    story.pays("03-05 10:20", "card", "stranger", 8_000, 2_000);

    assertThat(warned()).isEmpty();
  }

  @Test
  void aLostCardReplacedAndTheUsualRentPaid() {
    for (int month = 1; month <= 3; month++) {
      story.pays("0" + month + "-02 10:00", "card", "landlord", 3_000, 9_000);
    }
    replaced("03-25 10:00");
    story.pays("03-25 10:20", "card", "landlord", 3_000, 9_000);

    assertThat(warned()).isEmpty();
  }

  @Test
  void somebodyElsesAccount() {
    replaced("03-05 10:00");
    story
        .owns("01-01 09:00", "other", "card-2")
        .pays("03-05 10:20", "card-2", "stranger", 8_000, 2_000);

    assertThat(warned()).isEmpty();
  }
}
