package org.tocsin.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an account usually pays is remembered in few numbers, and exactly where it matters. */
class UsualTest {

  private static final Duration MEMORY = Duration.ofDays(90);
  private static final long DAY = 86_400_000;
  private static final long KEPT_MIN = 666_666;

  private static Usual.Past past(Usual usual, long time) {
    return Usual.past(List.of(usual), time, MEMORY);
  }

  @Test
  void oneInTwentyIsLargerAsIfEveryPaymentWereRemembered() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Usual usual = Usual.NONE;
      List<Long> amounts = new ArrayList<>();
      int payments = 1 + random.nextInt(300);
      long time = 20_000 * DAY;
      for (int i = 0; i < payments; i++) {
        long amount = random.nextInt(20) == 0 ? random.nextInt(5_000_000) : random.nextInt(50_000);
        time += DAY / 5;
        usual = usual.with(time, amount, KEPT_MIN, MEMORY);
        amounts.add(amount);
      }
      amounts.sort(null);
      long tail = amounts.get(amounts.size() - 1 - amounts.size() / 20);

      assertThat(past(usual, time + DAY))
          .isEqualTo(new Usual.Past(payments, tail < KEPT_MIN ? 0 : tail));
    }
  }

  @Test
  void itHasABound() {
    Usual usual = Usual.NONE;
    for (int i = 0; i < 100_000; i++) {
      usual = usual.with(20_000 * DAY + i * 60_000L, 1_000_000 + i, KEPT_MIN, MEMORY);
    }

    assertThat(usual.numbers()).hasSizeLessThanOrEqualTo(1 + Usual.LARGEST_MAX);
    assertThat(past(usual, 20_100 * DAY).tailMinor()).isGreaterThan(1_000_000);
  }

  @Test
  void aPaymentTakenBackLeavesNothing() {
    Usual usual = Usual.NONE.with(20_000 * DAY, 1_000, KEPT_MIN, MEMORY);

    assertThat(
            usual
                .with(20_001 * DAY, 2_000_000, KEPT_MIN, MEMORY)
                .without(20_001 * DAY, 2_000_000, MEMORY))
        .isEqualTo(usual.with(20_001 * DAY, 1, KEPT_MIN, MEMORY).without(20_001 * DAY, 1, MEMORY));
  }

  @Test
  void paymentsOfThreeMonthsAreKnownAndNoneOfFive() {
    Usual usual = Usual.NONE.with(20_000 * DAY, 2_000_000, KEPT_MIN, MEMORY);

    assertThat(past(usual, 20_089 * DAY)).isEqualTo(new Usual.Past(1, 2_000_000));
    assertThat(past(usual, 20_150 * DAY)).isEqualTo(new Usual.Past(0, 0));
    assertThat(past(usual, 20_000 * DAY).tailMinor()).isZero();
  }

  @Test
  void aLateRecordIsCountedInItsOwnMonth() {
    Usual usual =
        Usual.NONE
            .with(20_000 * DAY, 100, KEPT_MIN, MEMORY)
            .with(19_960 * DAY, 100, KEPT_MIN, MEMORY);

    assertThat(past(usual, 20_001 * DAY).count()).isEqualTo(2);
    assertThat(past(usual, 20_070 * DAY).count()).isEqualTo(1);
  }
}
