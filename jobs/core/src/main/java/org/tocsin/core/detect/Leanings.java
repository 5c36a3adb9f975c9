package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.Map;
import org.tocsin.core.detect.Decisions.Judged;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.pattern.AssessmentBuilder;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;

/**
 * Who somebody is, and what they usually do, leans on the score of a victim's assessment: a
 * pensioner is asked for by false officers more than others, and a payment at an unusual hour, on
 * an unusual device or from an unusual region is more likely another's wish. None of it makes an
 * assessment or takes one away, and most victims belong to no segment at all.
 */
final class Leanings implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE_MAX = 100;

  private final DecisionRules settings;

  Leanings(DecisionRules settings) {
    this.settings = settings;
  }

  /** The same assessment with what leans on it in its score. */
  Judged weighed(Judged judged, PersonHistory person) {
    Assessment assessment = judged.assessment();
    if (judged.row().lane() != Lane.VICTIM) {
      return judged;
    }
    int points = ofSegment(judged.row().id(), person) + ofHabits(assessment);
    return points == 0
        ? judged
        : new Judged(
            judged.row(),
            AssessmentBuilder.builder(assessment)
                .score(Math.min(SCORE_MAX, assessment.score() + points))
                .build());
  }

  /** What the person's segment adds to a row; 0 for most. */
  int ofSegment(String row, PersonHistory person) {
    if (person.segment() == null) {
      return 0;
    }
    return settings
        .segmentPoints()
        .getOrDefault(person.segment().segment().name(), Map.of())
        .getOrDefault(row, 0);
  }

  private int ofHabits(Assessment assessment) {
    return points(assessment, Trait.ODD_HOUR, settings.oddHourPoints())
        + points(assessment, Trait.ODD_DEVICE, settings.oddDevicePoints())
        + points(assessment, Trait.ODD_REGION, settings.oddRegionPoints());
  }

  private static int points(Assessment assessment, Trait trait, int points) {
    for (Signal each : assessment.signals()) {
      if (each.has(trait)) {
        return points;
      }
    }
    return 0;
  }
}
