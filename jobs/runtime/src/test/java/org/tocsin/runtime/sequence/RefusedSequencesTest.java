package org.tocsin.runtime.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tocsin.runtime.sequence.Sequences.WINDOW;
import static org.tocsin.runtime.sequence.Sequences.begin;
import static org.tocsin.runtime.sequence.Sequences.is;
import static org.tocsin.runtime.sequence.Signals.A;
import static org.tocsin.runtime.sequence.Signals.B;
import static org.tocsin.runtime.sequence.Signals.C;
import static org.tocsin.runtime.sequence.Signals.D;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.signal.Signal;
import org.tocsin.runtime.sequence.NamedSequence.Negation;

/** Forms that a short history would answer wrongly or slowly do not load, and say why. */
class RefusedSequencesTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        form("no within", begin(A).followedBy("b").where(is(B))),
        form(
            "within(PREVIOUS_AND_CURRENT)",
            begin(A).followedBy("b").where(is(B)).within(WINDOW, WithinType.PREVIOUS_AND_CURRENT)),
        form("next(b)", begin(A).next("b").where(is(B)).within(WINDOW)),
        form(
            "notNext(d)",
            begin(A).notNext("d").where(is(D)).followedBy("b").where(is(B)).within(WINDOW)),
        form(
            "consecutive at b",
            begin(A).followedBy("b").where(is(B)).times(2).consecutive().within(WINDOW)),
        form(
            "allowCombinations at b",
            begin(A).followedBy("b").where(is(B)).times(2).allowCombinations().within(WINDOW)),
        form("oneOrMore or timesOrMore at a", begin(A).oneOrMore().within(WINDOW)),
        form("oneOrMore or timesOrMore at a", begin(A).timesOrMore(3).within(WINDOW)),
        form(
            "greedy at a",
            begin(A).times(2, 3).greedy().followedBy("b").where(is(B)).within(WINDOW)),
        form("times with a window of its own at a", begin(A).times(2, WINDOW).within(WINDOW)),
        form(
            "a skip strategy",
            Pattern.<Signal>begin("a", AfterMatchSkipStrategy.skipPastLastEvent())
                .where(is(A))
                .within(WINDOW)),
        form(
            "a group of steps",
            Pattern.begin(begin(A).followedBy("b").where(is(B))).within(WINDOW)),
        form("step a must have exactly one", Pattern.<Signal>begin("a").within(WINDOW)),
        form(
            "step a must have exactly one",
            Pattern.<Signal>begin("a").where(SimpleCondition.of(signal -> true)).within(WINDOW)),
        form("step a must have exactly one", begin(A).where(is(B)).within(WINDOW)),
        form("every step is optional", begin(A).optional().within(WINDOW)),
        form(
            "must say whether it is told EARLY or SETTLED",
            begin(A).notFollowedBy("d").where(is(D)).followedBy("b").where(is(B)).within(WINDOW)));
  }

  private static Arguments form(String message, Pattern<Signal, ?> pattern) {
    return Arguments.of(message, pattern);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void a_forbidden_form_is_refused(String message, Pattern<Signal, ?> pattern) {
    NamedSequence sequence = NamedSequence.of("v3_calls", "V3", pattern);

    assertThatThrownBy(() -> new SequenceEngine(List.of(sequence)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sequence v3_calls is refused")
        .hasMessageContaining(message);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    NamedSequence sequence =
        NamedSequence.of("bad", "V3", begin(A).oneOrMore().next("b").where(is(B)));

    assertThatThrownBy(() -> new SequenceEngine(List.of(sequence)))
        .hasMessageContaining("oneOrMore")
        .hasMessageContaining("next(b)")
        .hasMessageContaining("no within");
  }

  @Test
  void a_negation_that_is_not_there_is_refused() {
    Pattern<Signal, ?> pattern = begin(A).followedBy("b").where(is(B)).within(WINDOW);
    NamedSequence sequence = new NamedSequence("bad", "V3", pattern, Negation.EARLY);

    assertThatThrownBy(() -> new SequenceEngine(List.of(sequence)))
        .hasMessageContaining("no negation in the middle");
  }

  @Test
  void two_sequences_of_one_name_are_refused() {
    NamedSequence sequence = Sequences.early();

    assertThatThrownBy(() -> new SequenceEngine(List.of(sequence, sequence)))
        .hasMessageContaining("two sequences are named early");
  }

  @Test
  void allowed_forms_load_and_are_read_right() {
    SequenceShape shape =
        SequenceCheck.check(
            NamedSequence.of(
                "x",
                "V3",
                begin(A)
                    .times(2, 3)
                    .followedBy("b")
                    .where(is(B))
                    .optional()
                    .followedBy("d")
                    .where(is(D))
                    .notFollowedBy("c")
                    .where(is(C))
                    .within(WINDOW)));

    assertThat(shape.windowMillis()).isEqualTo(WINDOW.toMillis());
    assertThat(shape.endsInAbsence()).isTrue();
    assertThat(shape.takenKinds()).containsExactlyInAnyOrder(A, B, D);
    assertThat(shape.fedKinds()).containsExactlyInAnyOrder(A, B, C, D);
    assertThat(shape.steps()).extracting(SequenceShape.Step::least).containsExactly(2, 0, 1, 0);
  }
}
