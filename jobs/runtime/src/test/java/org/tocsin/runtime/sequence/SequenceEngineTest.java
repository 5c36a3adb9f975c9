package org.tocsin.runtime.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.runtime.sequence.Sequences.WINDOW;
import static org.tocsin.runtime.sequence.Sequences.begin;
import static org.tocsin.runtime.sequence.Sequences.is;
import static org.tocsin.runtime.sequence.Signals.A;
import static org.tocsin.runtime.sequence.Signals.B;
import static org.tocsin.runtime.sequence.Signals.C;
import static org.tocsin.runtime.sequence.Signals.signal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.util.InstantiationUtil;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;

/** What the engine tells, when, and what it does not even look at. */
class SequenceEngineTest {

  private static final long NO_WATERMARK = Long.MIN_VALUE;

  private static final NamedSequence PAIR =
      NamedSequence.of("pair", "V1", begin(A).followedBy("b").where(is(B)).within(WINDOW));

  private static final NamedSequence ABSENCE =
      NamedSequence.of("absence", "V1", begin(A).notFollowedBy("b").where(is(B)).within(WINDOW));

  private static SequenceEngine engine(NamedSequence... sequences) {
    return new SequenceEngine(List.of(sequences));
  }

  @Test
  void only_matches_with_the_new_signal_are_told() {
    Signal call = signal(A, "call", 1_000);
    Signal first = signal(B, "first", 2_000);
    Signal later = signal(A, "later", 3_000);

    SequenceEngine engine = engine(PAIR);

    assertThat(engine.matchesWith(first, List.of(call, first), NO_WATERMARK)).hasSize(1);
    assertThat(engine.matchesWith(later, List.of(call, first, later), NO_WATERMARK)).isEmpty();
  }

  @Test
  void a_late_signal_completes_its_sequence() {
    Signal call = signal(A, "call", 1_000);
    Signal payment = signal(B, "payment", 2_000);

    List<Match> matches = engine(PAIR).matchesWith(call, List.of(call, payment), 1_000_000);

    assertThat(matches).extracting(Match::first).containsExactly(call);
    assertThat(matches.get(0).at("b")).containsExactly(payment);
  }

  @Test
  void a_replaced_signal_is_the_same_signal() {
    Signal call = signal(A, "call", 1_000);
    Signal payment = signal(B, "payment", 2_000);
    Signal known = signal(B, "p1", "payment", 2_000, 99);

    List<Match> matches = engine(PAIR).matchesWith(known, List.of(call, known), NO_WATERMARK);

    assertThat(matches).hasSize(1);
    assertThat(matches.get(0).contains(payment)).isTrue();
    assertThat(matches.get(0).firstAt("b").strength()).isEqualTo(99);
  }

  @Test
  void the_window_ends_before_its_length_is_reached() {
    Signal call = signal(A, "call", 1_000);
    Signal inside = signal(B, "inside", 1_000 + WINDOW.toMillis() - 1);
    Signal outside = signal(B, "outside", 1_000 + WINDOW.toMillis());

    assertThat(engine(PAIR).matchesWith(inside, List.of(call, inside), NO_WATERMARK)).hasSize(1);
    assertThat(engine(PAIR).matchesWith(outside, List.of(call, outside), NO_WATERMARK)).isEmpty();
  }

  @Test
  void an_absence_is_told_when_the_watermark_has_passed_its_window() {
    Signal call = signal(A, "call", 1_000);
    long due = 1_000 + WINDOW.toMillis();
    SequenceEngine engine = engine(ABSENCE);

    assertThat(engine.matchesWith(call, List.of(call), NO_WATERMARK)).isEmpty();
    assertThat(engine.nextAbsence(List.of(call), NO_WATERMARK)).hasValue(due);
    assertThat(engine.matchesByAbsence(List.of(call), due - 1)).isEmpty();
    assertThat(engine.matchesByAbsence(List.of(call), due)).hasSize(1);
    assertThat(engine.nextAbsence(List.of(call), due)).isEmpty();
  }

  @Test
  void an_absence_long_past_is_told_with_the_late_signal_itself() {
    Signal call = signal(A, "call", 1_000);

    assertThat(engine(ABSENCE).matchesWith(call, List.of(call), 10_000_000)).hasSize(1);
  }

  @Test
  void a_signal_ahead_of_the_watermark_concludes_no_absence() {
    Signal call = signal(A, "call", 1_000);
    Signal muchLater = signal(A, "later", 500_000);
    List<Signal> history = List.of(call, muchLater);

    assertThat(engine(ABSENCE).matchesWith(muchLater, history, 5_000)).isEmpty();
    assertThat(engine(ABSENCE).matchesByAbsence(history, 5_000)).isEmpty();
  }

  @Test
  void a_sequence_is_not_run_while_a_kind_it_needs_is_missing() {
    AtomicInteger asked = ASKED;
    asked.set(0);
    NamedSequence counting =
        NamedSequence.of(
            "counting",
            "V1",
            begin(A)
                .followedBy("b")
                .where(
                    SignalCondition.of(
                        Condition.of(
                            B,
                            (signal, earlier) -> {
                              ASKED.incrementAndGet();
                              return true;
                            })))
                .followedBy("c")
                .where(is(C))
                .within(WINDOW));
    Signal call = signal(A, "call", 1_000);
    Signal payment = signal(B, "payment", 2_000);
    Signal loan = signal(C, "loan", 3_000);

    engine(counting).matchesWith(payment, List.of(call, payment), NO_WATERMARK);
    assertThat(asked).hasValue(0);

    engine(counting).matchesWith(loan, List.of(call, payment, loan), NO_WATERMARK);
    assertThat(asked.get()).isPositive();
  }

  /** A condition is serialized with its sequence, so it cannot hold the counter itself. */
  private static final AtomicInteger ASKED = new AtomicInteger();

  @Test
  void what_one_subject_left_is_not_seen_by_the_next() {
    SequenceEngine engine = engine(PAIR);
    Signal call = signal(A, "call", 1_000);
    Signal payment = signal(B, "payment", 2_000);
    engine.matchesWith(payment, List.of(call, payment), NO_WATERMARK);

    assertThat(engine.matchesWith(payment, List.of(payment), NO_WATERMARK)).isEmpty();
  }

  @Test
  void it_travels_to_a_task_manager() throws Exception {
    SequenceEngine engine = InstantiationUtil.clone(engine(PAIR, ABSENCE));
    Signal call = signal(A, "call", 1_000);
    Signal payment = signal(B, "payment", 2_000);

    assertThat(engine.matchesWith(payment, List.of(call, payment), NO_WATERMARK)).hasSize(1);
  }

  @Test
  void it_leaves_no_threads() {
    int before = timers();
    List<SequenceEngine> engines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      SequenceEngine engine = engine(PAIR);
      Signal call = signal(A, "call", 1_000);
      Signal payment = signal(B, "payment", 2_000);
      engine.matchesWith(payment, List.of(call, payment), NO_WATERMARK);
      engines.add(engine);
    }

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> timers() <= before);
    assertThat(engines).hasSize(20);
  }

  private static int timers() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("Timer-"))
            .count();
  }
}
