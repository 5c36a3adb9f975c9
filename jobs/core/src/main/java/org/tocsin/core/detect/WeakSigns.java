package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.pattern.AssessmentBuilder;
import org.tocsin.core.pattern.View;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/**
 * Adds up what is too weak by itself: an assessment of the lowest level and other signs of the same
 * person within some days make a call worth while.
 */
final class WeakSigns implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The weights a rulebook may set beside those of patterns (by id). */
  static final String LONG_UNKNOWN_CALL = "longUnknownCall";

  static final String FORWARDING = "forwarding";

  private final DecisionRules settings;
  private final long longCallMillis;
  private final Leanings leanings;

  WeakSigns(Rulebook rules, Leanings leanings) {
    this.leanings = leanings;
    this.settings = rules.detection().decision();
    this.longCallMillis = rules.detection().victim().v1().longCallMin().toMillis();
  }

  /** A victim's assessment of the lowest level, raised when enough else speaks for it. */
  Optional<Decisions.Judged> judge(PersonHistory person, View view, List<Decisions.Judged> judged) {
    List<Decisions.Judged> weak =
        judged.stream()
            .filter(
                each ->
                    each.row().lane() == Lane.VICTIM
                        && each.assessment().level() == Level.T1
                        && each.assessment().score() >= settings.weakScoreMin()
                        && weight(each.row().id()) > 0)
            .toList();
    for (Decisions.Judged each : weak) {
      Map<String, Signal> signs = signs(view, each.assessment());
      int sum = weight(each.row().id()) + leanings.ofSegment(each.row().id(), person);
      for (String sign : signs.keySet()) {
        sum += weight(sign);
      }
      if (!signs.isEmpty() && sum >= settings.weakSumMin()) {
        return Optional.of(new Decisions.Judged(each.row(), raised(each, signs)));
      }
    }
    return Optional.empty();
  }

  private int weight(String sign) {
    return settings.weakWeights().getOrDefault(sign, 0);
  }

  private Map<String, Signal> signs(View view, Assessment assessment) {
    Map<String, Signal> signs = new TreeMap<>();
    long window = settings.weakWindow().toMillis();
    long time = assessment.first().eventTime();
    for (Signal each : view.signals()) {
      if (Math.abs(each.eventTime() - time) <= window && !isIn(each, assessment)) {
        if (each.kind() == SignalKind.UNKNOWN_CALL
            && !each.ongoing()
            && each.endTime() - each.eventTime() >= longCallMillis) {
          signs.put(LONG_UNKNOWN_CALL, each);
        } else if (each.kind() == SignalKind.FORWARDING_ON) {
          signs.put(FORWARDING, each);
        }
      }
    }
    return signs;
  }

  /** What the assessment rests on is no further sign. */
  private static boolean isIn(Signal signal, Assessment assessment) {
    return assessment.signals().stream()
        .anyMatch(each -> each.signalId().equals(signal.signalId()));
  }

  private static Assessment raised(Decisions.Judged judged, Map<String, Signal> signs) {
    Assessment weak = judged.assessment();
    List<Signal> signals = new ArrayList<>(weak.signals());
    signals.addAll(signs.values());
    signals.sort(History.ORDER);
    String zh = signs.containsKey(LONG_UNKNOWN_CALL) ? "同期还接过陌生长时间来电。" : "同期还开通了呼叫转移。";
    String en =
        signs.containsKey(LONG_UNKNOWN_CALL)
            ? " A long call from an unknown number falls into the same days."
            : " Call forwarding was switched on in the same days.";
    return AssessmentBuilder.builder(weak)
        .level(Level.T2)
        .score(Math.min(100, weak.score() + 20))
        .signals(signals)
        .reason(new Text(weak.reason().zh() + zh, weak.reason().en() + en))
        .build();
  }
}
