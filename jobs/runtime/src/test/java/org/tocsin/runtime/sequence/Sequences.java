package org.tocsin.runtime.sequence;

import static org.tocsin.runtime.sequence.Signals.A;
import static org.tocsin.runtime.sequence.Signals.B;
import static org.tocsin.runtime.sequence.Signals.C;
import static org.tocsin.runtime.sequence.Signals.D;

import java.time.Duration;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.runtime.sequence.NamedSequence.Negation;

/** Sequences of every allowed form. */
final class Sequences {

  static final Duration WINDOW = Duration.ofSeconds(20);

  private Sequences() {}

  static SignalCondition is(SignalKind kind) {
    return SignalCondition.of(Condition.of(kind));
  }

  static Pattern<Signal, Signal> begin(SignalKind kind) {
    return Pattern.<Signal>begin("a").where(is(kind));
  }

  /** Without a negation: no order of arrival loses a match. */
  static List<NamedSequence> positive() {
    return List.of(
        NamedSequence.of("pair", "T", begin(A).followedBy("b").where(is(B)).within(WINDOW)),
        NamedSequence.of(
            "three_then_one", "T", begin(A).times(3).followedBy("b").where(is(B)).within(WINDOW)),
        NamedSequence.of(
            "two_or_three", "T", begin(A).times(2, 3).followedBy("b").where(is(B)).within(WINDOW)),
        NamedSequence.of(
            "optional_middle",
            "T",
            begin(A)
                .followedBy("b")
                .where(is(B))
                .optional()
                .followedBy("c")
                .where(is(C))
                .within(WINDOW)),
        NamedSequence.of(
            "any",
            "T",
            begin(A)
                .followedByAny("b")
                .where(is(B))
                .followedByAny("c")
                .where(is(C))
                .within(WINDOW)),
        NamedSequence.of(
            "stronger",
            "T",
            begin(A)
                .followedBy("b")
                .where(SignalCondition.of(Condition.of(B, Sequences::isStrongerThanFirst)))
                .within(WINDOW)),
        NamedSequence.of(
            "single",
            "T",
            Pattern.<Signal>begin("a")
                .where(
                    SignalCondition.of(
                        Condition.of(A, (signal, earlier) -> signal.strength() > 60)))
                .within(WINDOW)));
  }

  private static boolean isStrongerThanFirst(Signal signal, Condition.Earlier earlier) {
    return signal.strength() > earlier.at("a").get(0).strength();
  }

  /** That the passing of time completes. */
  static List<NamedSequence> timed() {
    return List.of(
        NamedSequence.of(
            "unanswered",
            "T",
            begin(A).followedBy("b").where(is(B)).notFollowedBy("c").where(is(C)).within(WINDOW)),
        NamedSequence.of(
            "twice_unanswered",
            "T",
            begin(A).times(2).notFollowedBy("c").where(is(C)).within(WINDOW)),
        new NamedSequence("settled", "T", undisturbed(), Negation.SETTLED));
  }

  static NamedSequence early() {
    return new NamedSequence("early", "T", undisturbed(), Negation.EARLY);
  }

  private static Pattern<Signal, ?> undisturbed() {
    return begin(A).notFollowedBy("d").where(is(D)).followedBy("b").where(is(B)).within(WINDOW);
  }
}
