package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.Overdue;
import org.tocsin.core.warning.Grade;

/**
 * What colour a task must have at a moment, worked out from what is told of it and the table
 * "Grades and times" alone: blue at half of its time, yellow at all of it, red at half as much
 * again. The time of calls below the urgent grades runs from 8 to 22 h only.
 */
final class Colours {

  private static final ZoneId ZONE = ZoneId.of(StandardRules.ZONE);
  private static final long FOLLOW_UP_WINDOW = 4 * 3_600_000L;

  /**
   * @param fromEarliest when its time began to run, or the earliest that it may have
   * @param fromLatest the same, unless the deadline was drawn nearer
   */
  private record Limit(long fromEarliest, long fromLatest, long due, boolean byDay) {

    Overdue atLeast(long now) {
      return colour(share(fromLatest, now), share(fromEarliest, now));
    }

    Overdue atMost(long now) {
      return colour(share(fromEarliest, now), share(fromLatest, now));
    }

    /** Blue is sooner, and red later, the earlier the time began. */
    private static Overdue colour(double before, double after) {
      if (after >= 1.5) {
        return Overdue.RED;
      }
      if (before >= 1) {
        return Overdue.YELLOW;
      }
      return before >= 0.5 ? Overdue.BLUE : Overdue.NONE;
    }

    private double share(long from, long now) {
      return (double) length(from, now) / Math.max(1, length(from, due));
    }

    private long length(long from, long to) {
      return byDay ? daytime(to) - daytime(from) : to - from;
    }

    /** Milliseconds between 8 and 22 h since the epoch; the zone has no summer time. */
    private static long daytime(long time) {
      ZonedDateTime local = Instant.ofEpochMilli(time).atZone(ZONE);
      long today = ChronoUnit.MILLIS.between(local.truncatedTo(ChronoUnit.DAYS), local);
      long open = Math.min(Math.max(today - 8 * 3_600_000L, 0), 14 * 3_600_000L);
      return local.toLocalDate().toEpochDay() * 14 * 3_600_000L + open;
    }
  }

  private final Map<String, Grade> grades = new HashMap<>();
  private final Map<String, Limit> limits = new HashMap<>();
  final Map<Overdue, Integer> seen = new EnumMap<>(Overdue.class);

  void hears(Object line, long now) {
    if (line instanceof CaseChange change) {
      grades.put(change.caseId(), change.grade());
    } else if (line instanceof Task task && task.state() != Task.State.OPEN) {
      limits.remove(task.taskId());
    } else if (line instanceof Task task) {
      Limit before = limits.get(task.taskId());
      if (before == null) {
        limits.put(task.taskId(), limit(task));
      } else if (task.dueAt() < before.due()) {
        limits.put(task.taskId(), new Limit(task.createdAt(), now, task.dueAt(), false));
      }
    }
  }

  private Limit limit(Task task) {
    Grade grade = grades.get(task.caseId());
    boolean byDay = task.kind() == Kind.CALL && grade.compareTo(Grade.HIGH) < 0;
    long from = task.kind() == Kind.FOLLOW_UP ? task.dueAt() - FOLLOW_UP_WINDOW : task.createdAt();
    return new Limit(from, from, task.dueAt(), byDay);
  }

  /** Every open task has the colour of its time. */
  void sweep(Centre centre) {
    long now = centre.now();
    for (CaseFile file : centre.files().values()) {
      for (OpenTask open : file.dossier().tasks()) {
        Task task = open.task();
        Limit limit = limits.get(task.taskId());
        assertThat(limit).as("told of as open: " + task).isNotNull();
        assertThat(task.overdue())
            .as("at %s: %s", Instant.ofEpochMilli(now), task)
            .isBetween(limit.atLeast(now), limit.atMost(now));
        seen.merge(task.overdue(), 1, Integer::sum);
      }
    }
  }
}
