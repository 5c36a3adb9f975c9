package org.tocsin.dissuasion;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.rulebook.DissuasionRules.CallRules;
import org.tocsin.core.rulebook.DissuasionRules.Dispatch;
import org.tocsin.core.rulebook.DissuasionRules.OverdueRules;
import org.tocsin.core.rulebook.DissuasionRules.StopRequest;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.runtime.rulebook.RulebookLoader;

/** The rulebook that comes with this version says what "Grades and times" says, row by row. */
class StandardTimesTest {

  private final DissuasionRules rules = RulebookLoader.standard().dissuasion();

  @Test
  void first_call() {
    assertThat(rules.urgent().calls().firstWithin()).isEqualTo(ofMinutes(1));
    assertThat(rules.high().calls().firstWithin()).isEqualTo(ofMinutes(5));
    assertThat(rules.medium().calls().firstWithin()).isEqualTo(ofMinutes(30));
    assertThat(rules.low().calls()).isNull();
  }

  @Test
  void attempts() {
    assertCalls(rules.urgent().calls(), ofMinutes(3));
    assertCalls(rules.high().calls(), ofMinutes(15));
    assertCalls(rules.medium().calls(), ofHours(4));
  }

  private static void assertCalls(CallRules calls, Duration all) {
    assertThat(calls.attempts()).isEqualTo(3);
    assertThat(calls.within(3)).isEqualTo(all);
    assertThat(calls.unreachedAfter()).as("unreached: family and station").isEqualTo(all);
  }

  @Test
  void in_person() {
    assertThat(rules.urgent().visit()).isEqualTo(Dispatch.AT_ONCE);
    assertThat(rules.urgent().visitWithin()).isEqualTo(ofMinutes(30));
    assertThat(rules.high().visitWithin()).isEqualTo(ofHours(2));
    assertThat(rules.medium().visit()).isEqualTo(Dispatch.WHEN_UNREACHED);
    assertThat(rules.medium().visitSameDay()).isTrue();
  }

  @Test
  void stop_payment_request() {
    assertThat(rules.urgent().stopPayment()).isEqualTo(StopRequest.AT_ONCE);
    assertThat(rules.high().stopPayment()).isEqualTo(StopRequest.IF_MONEY_MOVED);
    assertThat(rules.medium().stopPayment()).isEqualTo(StopRequest.NEVER);
    assertThat(rules.stops())
        .isEqualTo(new StopRules(ofHours(48), ofHours(6), 2, ofDays(180), Duration.ofDays(200)));
  }

  @Test
  void follow_up() {
    assertThat(rules.urgent().followUps()).containsExactly(ofHours(24), ofDays(7));
    assertThat(rules.high().followUps()).containsExactly(ofHours(24));
    assertThat(rules.medium().followUps()).containsExactly(ofDays(7));
    assertThat(rules.low().followUpSharePercent()).as("a sample").isBetween(1, 20);
  }

  @Test
  void overdue_and_the_days_end() {
    assertThat(rules.overdue()).isEqualTo(new OverdueRules(50, 100, 150));
    assertThat(rules.reachWithin()).isEqualTo(ofHours(24));
  }

  @Test
  void numbers_that_contradict_each_other_are_refused() {
    assertThatThrownBy(() -> new OverdueRules(50, 150, 150))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new StopRules(ofHours(5), ofHours(6), 2, ofDays(180), Duration.ofDays(200)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
