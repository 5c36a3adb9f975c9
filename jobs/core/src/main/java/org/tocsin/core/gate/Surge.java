package org.tocsin.core.gate;

import java.util.List;
import org.tocsin.core.rulebook.BreakerRules;

/**
 * Whether a pattern warns far more than usual: more than so many times its usual number, and more
 * than so many times what its usual share of the others' warnings would make. So a busy day, on
 * which all patterns warn more, holds nothing back.
 */
final class Surge {

  private final BreakerRules rules;
  private final GateState state;
  private final long time;
  private final long window;

  Surge(BreakerRules rules, GateState state, long time) {
    this.rules = rules;
    this.state = state;
    this.time = time;
    this.window = number(rules, time);
  }

  static long number(BreakerRules rules, long time) {
    return Math.floorDiv(time, rules.window().toMillis());
  }

  boolean of(String pattern) {
    return !learning() && recent(pattern) > limit(pattern);
  }

  /** Before there is a usual, nothing is unusual. */
  private boolean learning() {
    return time - state.since() < rules.learning().toMillis();
  }

  /** In the window that ends now: all of this one and the part of the one before. */
  double recent(String pattern) {
    return state.counts().stream()
        .filter(counts -> counts.pattern().equals(pattern))
        .mapToDouble(this::recent)
        .findFirst()
        .orElse(0);
  }

  private double recent(PatternCounts counts) {
    double passed = Math.floorMod(time, rules.window().toMillis());
    double before = 1 - passed / rules.window().toMillis();
    return counts.in(window) + counts.in(window - 1) * before;
  }

  /** Above it are too many. */
  double limit(String pattern) {
    return Math.max(rules.atLeast(), rules.times() * usual(pattern));
  }

  /** Its usual number, or what its usual share of the others' warnings makes, if that is more. */
  double usual(String pattern) {
    double usual = 0;
    double usualOfOthers = 0;
    double othersNow = 0;
    for (PatternCounts counts : state.counts()) {
      if (counts.pattern().equals(pattern)) {
        usual = usual(counts);
      } else {
        usualOfOthers += usual(counts);
        othersNow += recent(counts);
      }
    }
    double byShare = usualOfOthers == 0 ? 0 : usual * othersNow / usualOfOthers;
    return Math.max(usual, byShare);
  }

  /** A window's mean, over the windows before the running one and the one before it. */
  private double usual(PatternCounts counts) {
    long from = Math.max(number(rules, state.since()), window - rules.windows() + 1);
    long to = window - 1;
    return to <= from ? 0 : (double) counts.between(from, to) / (to - from);
  }

  static GateState counted(BreakerRules rules, GateState state, String pattern, long time) {
    long window = number(rules, time);
    List<PatternCounts> counts = new java.util.ArrayList<>(state.counts());
    int place = 0;
    while (place < counts.size() && !counts.get(place).pattern().equals(pattern)) {
      place++;
    }
    if (place == counts.size()) {
      counts.add(PatternCounts.of(pattern, rules.windows(), window));
    }
    PatternCounts before = counts.get(place);
    boolean sameRing = before.counts().length == rules.windows();
    PatternCounts kept = sameRing ? before : PatternCounts.of(pattern, rules.windows(), window);
    counts.set(place, kept.with(window));
    return GateStateBuilder.builder(state)
        .counts(counts)
        .since(state.since() == 0 ? time : Math.min(state.since(), time))
        .build();
  }
}
