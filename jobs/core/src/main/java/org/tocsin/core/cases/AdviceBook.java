package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tocsin.core.cases.AdviceChange.State;
import org.tocsin.core.cases.CaseFile.EndedAdvice;
import org.tocsin.core.warning.Advice;

/** The advice of a case file that still stands, and the telling of what becomes of it. */
final class AdviceBook {

  private final CaseTurn turn;

  AdviceBook(CaseTurn turn) {
    this.turn = turn;
  }

  List<LiveAdvice> matching(Predicate<LiveAdvice> which) {
    return turn.file().advice().stream().filter(which).toList();
  }

  Optional<LiveAdvice> first(Predicate<LiveAdvice> which) {
    return turn.file().advice().stream().filter(which).findFirst();
  }

  /** Stands from now on. */
  void issue(LiveAdvice advice) {
    List<LiveAdvice> all = new ArrayList<>(turn.file().advice());
    all.add(advice);
    keep(all);
    tell(advice);
  }

  void change(LiveAdvice before, LiveAdvice after) {
    replace(before, after);
    tell(after);
  }

  /** No appeal runs against it any more. */
  void set(LiveAdvice advice, State state) {
    change(advice, LiveAdviceBuilder.builder(advice).state(state).before(null).build());
  }

  /** Without a word: what has changed concerns nobody outside. */
  void replace(LiveAdvice before, LiveAdvice after) {
    List<LiveAdvice> all = new ArrayList<>(turn.file().advice());
    all.set(all.indexOf(before), after);
    keep(all);
  }

  /** Stands no longer. */
  void end(LiveAdvice advice, State state) {
    List<LiveAdvice> rest = new ArrayList<>(turn.file().advice());
    rest.remove(advice);
    List<EndedAdvice> ended = new ArrayList<>(turn.file().ended());
    ended.add(EndedAdvice.of(advice.advice()));
    turn.file(CaseFileBuilder.builder(turn.file()).advice(rest).ended(ended).build());
    tell(LiveAdviceBuilder.builder(advice).state(state).build());
  }

  /** Whether it stood and was ended, and is now advised for no longer than it was then. */
  boolean isOver(Advice advice) {
    EndedAdvice told = EndedAdvice.of(advice);
    return turn.file().ended().stream().anyMatch(ended -> ended.covers(told));
  }

  /** Says false when none is meant. */
  boolean endEach(Predicate<LiveAdvice> which, State state) {
    List<LiveAdvice> found = matching(which);
    for (LiveAdvice advice : found) {
      end(advice, state);
    }
    return !found.isEmpty();
  }

  void tell(LiveAdvice advice) {
    turn.emit(new AdviceChange(advice.advice(), advice.warningId(), advice.state(), turn.at()));
  }

  private void keep(List<LiveAdvice> all) {
    turn.file(CaseFileBuilder.builder(turn.file()).advice(all).build());
  }
}
