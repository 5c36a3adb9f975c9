package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.cases.Task.Overdue;

/** What the centre promises, checked line by line as it is told. */
final class Promises {

  private final Map<String, CaseChange> cases = new HashMap<>();
  private final Map<String, Task> tasks = new HashMap<>();
  private final Map<String, Set<String>> openCases = new HashMap<>();
  private final Map<String, Set<String>> openTasks = new HashMap<>();
  private long lines;

  void hears(Object line, long now) {
    lines++;
    if (line instanceof CaseChange change) {
      caseTold(change);
    } else if (line instanceof Task task) {
      taskTold(task, now);
    } else if (line instanceof AdviceChange change) {
      assertThat(change.advice().reasonCode()).isNotNull();
      assertThat(change.advice().remedy()).isNotNull();
      assertThat(change.advice().until()).isPositive();
    }
  }

  private void caseTold(CaseChange change) {
    CaseChange before = cases.put(change.caseId(), change);
    if (before != null) {
      assertThat(change.revision()).as("no line is skipped").isEqualTo(before.revision() + 1);
    }
    assertConclusion(change);
    Set<String> open = openCases.computeIfAbsent(change.person(), owner -> new HashSet<>());
    if (change.state() == CaseState.CLOSED) {
      open.remove(change.caseId());
      assertThat(change.conclusion()).as("ends with a conclusion: " + change).isNotNull();
      assertThat(openTasks.getOrDefault(change.caseId(), Set.of()))
          .as("nothing is left open by the closing: " + change)
          .isEmpty();
    } else {
      open.add(change.caseId());
      assertThat(open).as("one open case of " + change.person()).hasSize(1);
    }
  }

  /** It says what has come of the case so far: a begun one has none, an ended one has one. */
  private static void assertConclusion(CaseChange change) {
    if (change.revision() == 1 && change.state() != CaseState.CLOSED) {
      assertThat(change.conclusion()).as("nothing yet: " + change).isNull();
    }
    switch (change.state()) {
      case REOPENED -> assertThat(change.conclusion()).as("taken back: " + change).isNull();
      case DISSUADED, FOLLOWED_UP, CLOSED ->
          assertThat(change.conclusion()).as("something: " + change).isNotNull();
      case OPEN, CONTACTED, ON_WATCH, SUPERVISED -> {
        // Whatever was said before stands until something else is said.
      }
    }
  }

  private void taskTold(Task task, long now) {
    Task before = tasks.put(task.taskId(), task);
    CaseChange now0 = cases.get(task.caseId());
    assertThat(now0).isNotNull();
    assertThat(now0.state()).as("no task after closing: " + task).isNotEqualTo(CaseState.CLOSED);
    if (before == null) {
      assertThat(task.state()).isEqualTo(Task.State.OPEN);
    } else {
      assertThat(before.state()).as("a finished task stays so").isEqualTo(Task.State.OPEN);
      assertThat(task.dueAt()).as("deadlines never move away").isLessThanOrEqualTo(before.dueAt());
    }
    Set<String> open = openTasks.computeIfAbsent(task.caseId(), id -> new HashSet<>());
    if (task.state() == Task.State.OPEN) {
      open.add(task.taskId());
    } else {
      open.remove(task.taskId());
      boolean overdue = now > task.dueAt();
      assertThat(!overdue || task.overdue().compareTo(Overdue.YELLOW) >= 0)
          .as("met or coloured: " + task + " at " + now)
          .isTrue();
    }
    assertUnit(task);
  }

  /** Never between two units: overdue is the county's at least, badly overdue the city's. */
  private static void assertUnit(Task task) {
    assertThat(task.unit()).as("somebody has it: " + task).isNotNull();
    if (task.overdue() == Overdue.RED) {
      assertThat(task.unit()).isEqualTo("CITY");
    } else if (task.overdue() == Overdue.YELLOW) {
      assertThat(task.unit()).doesNotStartWith("TOWN");
    }
  }

  /** Nobody is forgotten: every file has a next step or a conclusion. */
  static void nobodyIsForgotten(Centre centre) {
    for (CaseFile file : centre.files().values()) {
      Dossier dossier = file.dossier();
      boolean goesOn =
          !dossier.tasks().isEmpty()
              || !dossier.alarms().isEmpty()
              || file.advice().stream().anyMatch(LiveAdvice::watched);
      assertThat(dossier.closed() ? dossier.conclusion() != null : goesOn)
          .as("a next step or a conclusion: " + file)
          .isTrue();
    }
  }

  void everythingCameToAnEnd() {
    assertThat(cases.values()).allMatch(change -> change.state() == CaseState.CLOSED);
    assertThat(tasks.values()).noneMatch(task -> task.state() == Task.State.OPEN);
  }

  int cases() {
    return cases.size();
  }

  int tasks() {
    return tasks.size();
  }

  long lines() {
    return lines;
  }
}
