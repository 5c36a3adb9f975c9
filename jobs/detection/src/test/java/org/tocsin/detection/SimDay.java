package org.tocsin.detection;

import org.tocsin.core.event.Call.Origin;

/** A day of the phone {@code sim} in a {@link Story}. */
final class SimDay {

  private SimDay() {}

  /** From nine on it calls ever other numbers, one a minute. */
  static Story calls(Story story, String day, int callees) {
    return calls(story, day, callees, 40);
  }

  static Story calls(Story story, String day, int callees, int seconds) {
    for (int i = 0; i < callees; i++) {
      story.endedAfter(
          day + " %02d:%02d".formatted(9 + i / 60, i % 60),
          day + i,
          "sim",
          "callee-" + day + i,
          Origin.DOMESTIC,
          seconds);
    }
    return story;
  }

  /** So many of those called call back, in the hour before the calls end. */
  static Story answers(Story story, String day, int callers) {
    for (int i = 0; i < callers; i++) {
      story.endedAfter(
          day + " 08:%02d".formatted(i),
          "in" + day + i,
          "callee-" + day + i,
          "sim",
          Origin.DOMESTIC,
          40);
    }
    return story;
  }
}
