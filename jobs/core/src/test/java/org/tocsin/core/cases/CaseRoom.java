package org.tocsin.core.cases;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** One person's cases with a clock that the test turns, and a book of everything that was told. */
final class CaseRoom {

  static final String PERSON = "person-7";
  static final String CASE = caseId("w1");
  private static final ZoneId ZONE = ZoneId.of(StandardRules.ZONE);
  private static final String DAY = "2025-03-11T";

  final List<CaseOutput> told = new ArrayList<>();
  final Map<String, Integer> counted = new LinkedHashMap<>();
  private final DissuasionRules rules;
  private final CaseStage stage;
  private final StopStage stopStage;
  private final Map<Long, AccountStops> stops = new HashMap<>();
  private List<StopNames.Named> names = List.of();
  private final TreeSet<Long> wakes = new TreeSet<>();
  private final long key = EntityKey.person(PERSON).hash();
  private CaseFile file;
  private long now;
  private long watermark = Long.MIN_VALUE;
  private int outcomes;

  CaseRoom() {
    this(StandardRules.dissuasion());
  }

  CaseRoom(DissuasionRules rules) {
    this.rules = rules;
    stage = new CaseStage(rules, StandardRules.ZONE);
    stopStage = new StopStage(rules.stops());
  }

  static String caseId(String firstWarning) {
    return CaseIds.of(EntityKey.person(PERSON).hash(), firstWarning);
  }

  /** A time of the day 2025-03-11 such as 10:30 or 10:30:15; of another day with its date. */
  static long at(String time) {
    return LocalDateTime.parse(time.contains("T") ? time : DAY + time)
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }

  /** The time passes; whatever is due happens, punctually. */
  CaseRoom until(String time) {
    runTo(at(time));
    return this;
  }

  void runTo(long time) {
    while (!wakes.isEmpty() && wakes.first() <= time) {
      long due = wakes.pollFirst();
      watermark = Math.max(watermark, due);
      now = Math.max(now, due);
      file = stage.onTime(key, file, turn);
    }
    watermark = Math.max(watermark, time - 1);
    now = Math.max(now, time);
  }

  /** By way of the accounts, as from the gate. */
  void input(CaseInput input) {
    if (input instanceof OutcomeReported reported) {
      Outcome outcome = reported.outcome();
      for (String account : StopNames.released(names, outcome)) {
        toAccount(new CaseInput.StopReleased(account, input.key(), input.time()));
      }
      OutcomeReported asked = reported.stopped(StopNames.stopped(names, outcome).orElse(null));
      names = StopNames.after(names, asked, rules.stops());
      toAccount(asked);
    } else {
      for (CaseInput part : StopStage.parts(input)) {
        if (part instanceof CaseInput.StopAdvised advised) {
          names = StopNames.advised(names, advised);
        }
        toAccount(part);
      }
    }
  }

  private void toAccount(CaseInput input) {
    stops.compute(
        StopStage.key(input),
        (account, state) -> stopStage.onInput(account, state, input, afterStops));
  }

  private void toCase(CaseInput input) {
    file = stage.onInput(key, file, input, turn);
  }

  Warning warning(String id, Grade grade) {
    return WarningBuilder.builder()
        .warningId(id)
        .caseId(CASE)
        .revision(1)
        .lane(Lane.VICTIM)
        .pattern("V1")
        .alsoPatterns(List.of())
        .rulesVersion("1")
        .subjectKind(SubjectKind.PERSON)
        .subject(PERSON)
        .person(PERSON)
        .grade(grade)
        .tier(Level.of(grade).tier())
        .score(80)
        .eventTime(now)
        .detectedAt(now)
        .reason(new Text("", ""))
        .evidence(List.of(new Evidence(Stream.CALL, "carrier", "c1", now, "a call")))
        .advice(List.of())
        .build();
  }

  Warning withMoneyMoved(Warning warning) {
    return WarningBuilder.builder(warning)
        .evidence(List.of(new Evidence(Stream.TRANSACTION, "bank", "t1", now, "a transfer")))
        .build();
  }

  Warning watchOnly(String id) {
    return WarningBuilder.builder(warning(id, Grade.LOW))
        .advice(List.of(advice("watch-" + id, Advice.Kind.WATCH, null)))
        .build();
  }

  Warning advisingStop(String id, Grade grade, String account) {
    return WarningBuilder.builder(warning(id, grade))
        .advice(List.of(advice("stop-" + id, Advice.Kind.STOP_PAYMENT, account)))
        .build();
  }

  Advice advice(String id, Advice.Kind kind, String account) {
    long until = now + 24 * 3_600_000L;
    return new Advice(id, kind, account, null, null, 100_000L, "V1", "APPEAL", until);
  }

  CaseRoom warn(String id, Grade grade) {
    return warn(warning(id, grade));
  }

  CaseRoom warn(Warning warning) {
    input(new WarningRaised(warning));
    return this;
  }

  CaseRoom report(Outcome.Step step, Outcome.Result result) {
    return report(outcome(step, result).build());
  }

  CaseRoom conclude(Outcome.Step step, Outcome.Result result, Outcome.Conclusion conclusion) {
    return report(outcome(step, result).conclusion(conclusion).build());
  }

  CaseRoom report(Outcome outcome) {
    input(new OutcomeReported(outcome));
    return this;
  }

  OutcomeBuilder outcome(Outcome.Step step, Outcome.Result result) {
    outcomes++;
    return OutcomeBuilder.builder()
        .eventId("o" + outcomes)
        .source("96110")
        .eventTime(now)
        .caseId(CASE)
        .step(step)
        .result(result);
  }

  CaseFile file() {
    return file;
  }

  CaseChange lastChange() {
    List<CaseChange> changes = changes();
    return changes.get(changes.size() - 1);
  }

  List<CaseChange> changes() {
    return all(CaseChange.class);
  }

  List<AdviceChange> adviceChanges() {
    return all(AdviceChange.class);
  }

  <T> List<T> all(Class<T> type) {
    return told.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The tasks as they stand now, by id. */
  List<Task> tasks() {
    Map<String, Task> last = new LinkedHashMap<>();
    all(Task.class).forEach(task -> last.put(task.taskId(), task));
    return List.copyOf(last.values());
  }

  List<Task> tasks(Predicate<Task> which) {
    return tasks().stream().filter(which).toList();
  }

  List<Task> tasks(Task.Kind kind) {
    return tasks(task -> task.kind() == kind);
  }

  List<Task.Kind> openKinds() {
    return tasks(task -> task.state() == Task.State.OPEN).stream().map(Task::kind).toList();
  }

  Task only(Task.Kind kind) {
    List<Task> found = tasks(kind);
    if (found.size() != 1) {
      throw new AssertionError("not one " + kind + " but " + found);
    }
    return found.get(0);
  }

  private final Turn<CaseOutput> turn = turn(told::add, wakes::add);
  private final Turn<CaseInput> afterStops = turn(this::toCase, time -> {});

  private <O> Turn<O> turn(Consumer<O> out, LongConsumer wake) {
    return new TestTurn<>(() -> now, () -> watermark, out, wake, counted);
  }
}
