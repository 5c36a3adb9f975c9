package org.tocsin.core.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.core.gate.Operator;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.Unit;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.Warning.FormerSubject;

/**
 * A city's warnings and its teams, from one seed: so many warnings a day, and to each task an
 * answer, or none: random, late, lost, twice, contradictory, or from a clock that is wrong.
 */
final class RandomCity {

  static final long START = CaseRoom.at("2025-03-01T00:00");
  static final long DAY = 86_400_000L;
  static final List<Unit> UNITS =
      List.of(
          new Unit("CITY", Unit.Level.CITY, List.of("3706"), null),
          new Unit("COUNTY-02", Unit.Level.COUNTY, List.of("370602"), "CITY"),
          new Unit("TOWN-02", Unit.Level.TOWNSHIP, List.of("370602"), "COUNTY-02"),
          new Unit("COUNTY-11", Unit.Level.COUNTY, List.of("370611"), "CITY"));

  private static final long MINUTE = 60_000L;
  private static final List<String> REGIONS = List.of("370602", "370611", "370699", "110101");
  private static final List<String> PATTERNS = List.of("V1", "V2", "V3", "V5", "V8", "B2", "P1");

  /** An input and when it arrives. */
  record Arrival(long at, long number, CaseInput input) implements Comparable<Arrival> {
    @Override
    public int compareTo(Arrival other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final Random random;
  private final int persons;
  private final PriorityQueue<Arrival> coming = new PriorityQueue<>();
  private final Map<Integer, String> caseOf = new HashMap<>();
  private final Set<Integer> known = new HashSet<>();
  private final Map<Integer, String> caseOfAccount = new HashMap<>();
  private long number;

  /** What the month was to bring, by name: a test that nothing happened in shows nothing. */
  final Map<String, Integer> happened = new TreeMap<>();

  RandomCity(long seed, int days, int warningsADay) {
    this.random = new Random(seed);
    this.persons = days * warningsADay / 2;
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < warningsADay; i++) {
        warn(START + day * DAY + random.nextInt((int) DAY), pick(PATTERNS));
      }
    }
    if (days > 12) {
      // A rule goes wrong for an hour.
      for (int i = 0; i < 700; i++) {
        warn(START + 12 * DAY + i * 5_000L, "V9");
      }
    }
  }

  Arrival next() {
    return coming.poll();
  }

  /** When the next input arrives; {@code Long.MAX_VALUE} when none is on its way. */
  long nextAt() {
    return coming.isEmpty() ? Long.MAX_VALUE : coming.peek().at();
  }

  private void happened(String what) {
    happened.merge(what, 1, Integer::sum);
  }

  private void arrive(long at, CaseInput input) {
    coming.add(new Arrival(at, number++, input));
  }

  private void warn(long time, String pattern) {
    int person = random.nextInt(persons);
    // Whose accounts the first hundreds of people have is known late only.
    boolean unowned = person < persons / 20 && !known.contains(person) && random.nextBoolean();
    WarningRaised raised =
        new WarningRaised(warning(person, unowned, time + warningSkew(), pattern));
    arrive(time, raised);
    if (random.nextInt(30) == 0) {
      happened("warning repeated");
      arrive(time + random.nextInt(600_000), raised);
    }
  }

  /** One detector in twenty has a clock up to three hours ahead, one in twenty one behind. */
  private long warningSkew() {
    int clock = random.nextInt(20);
    if (clock > 1) {
      return 0;
    }
    happened(clock == 0 ? "warning ahead" : "warning behind");
    long skew = (1 + random.nextInt(180)) * MINUTE;
    return clock == 0 ? skew : -skew;
  }

  private Warning warning(int person, boolean unowned, long time, String pattern) {
    Grade grade = pick(Grade.values());
    boolean watch = grade == Grade.LOW && random.nextBoolean();
    String id = "w" + number;
    String token = "p" + person;
    String account = "a" + person;
    EntityKey owner = unowned ? EntityKey.account(account) : EntityKey.person(token);
    Map<Integer, String> cases = unowned ? caseOfAccount : caseOf;
    if (!cases.containsKey(person) || random.nextInt(8) == 0) {
      cases.put(person, CaseIds.of(owner.hash(), id));
    }
    return new Warning(
        id,
        cases.get(person),
        1,
        Lane.VICTIM,
        pattern,
        List.of(),
        "1",
        unowned ? SubjectKind.ACCOUNT : SubjectKind.PERSON,
        unowned ? account : token,
        unowned ? null : token,
        grade,
        watch ? Tier.SMS : Level.of(grade).tier(),
        50,
        time - random.nextInt(60) * MINUTE,
        time,
        random.nextBoolean() ? 100_000L : null,
        random.nextInt(5) == 0 ? null : pick(REGIONS),
        new Text("", ""),
        List.of(new Evidence(pick(Stream.values()), "s", "e" + number, time, "")),
        advice(id, watch, token, time),
        unowned || person >= persons / 20
            ? null
            : List.of(new FormerSubject(SubjectKind.ACCOUNT, account)),
        null);
  }

  private List<Advice> advice(String id, boolean watch, String person, long time) {
    long until = time + 2 * DAY;
    if (watch) {
      return List.of(
          new Advice(id + "-a", Advice.Kind.WATCH, null, null, person, null, "R", "M", until));
    }
    return random.nextInt(3) == 0
        ? List.of()
        : List.of(
            new Advice(
                id + "-s",
                Advice.Kind.STOP_PAYMENT,
                "payee" + random.nextInt(400),
                null,
                null,
                100_000L,
                "R",
                "M",
                until));
  }

  /** A team hears of a task; an operator of what is held back. */
  void hears(Object line, long now) {
    if (line instanceof Task task && task.state() == Task.State.OPEN) {
      if (task.overdue() == Task.Overdue.NONE || random.nextInt(10) == 0) {
        answer(task, now);
      }
    } else if (line instanceof HeldChange held
        && held.state() == HeldChange.State.HELD
        && random.nextInt(3) > 0) {
      String word = random.nextBoolean() ? Operator.RELEASE : Operator.DROP;
      Outcome outcome = outcome(held.caseId(), Step.APPEAL, Result.RELEASED, now).build();
      outcome = OutcomeBuilder.builder(outcome).checklist(Map.of(Operator.KEY, word)).build();
      arrive(now + 1 + random.nextInt(60) * MINUTE, new OutcomeReported(outcome));
    }
  }

  private void answer(Task task, long now) {
    int luck = random.nextInt(100);
    if (luck < 15) {
      happened("answer lost");
      return;
    }
    Step step = Step.valueOf(task.kind().name());
    // Never in the same moment: which of two things of one moment goes first is nobody's promise.
    long done = Math.max(now, task.createdAt()) + 1 + delay(task);
    Outcome outcome = outcome(task.caseId(), step, pick(Result.values()), done).build();
    if (luck < 35) {
      outcome = OutcomeBuilder.builder(outcome).conclusion(pick(Conclusion.values())).build();
    } else if (luck < 38) {
      outcome = handOver(outcome, Map.of(HandOver.TO, pick(UNITS).code()));
      Outcome receipt = outcome(task.caseId(), step, Result.DELIVERED, done).build();
      String word = random.nextInt(3) > 0 ? "ACCEPTED" : "REFUSED";
      arrive(
          done + random.nextInt(20) * MINUTE,
          new OutcomeReported(handOver(receipt, Map.of(HandOver.RECEIPT, word))));
    } else if (luck < 40) {
      outcome = outcome("nobody-knows", step, Result.REACHED, done).build();
    } else if (luck < 42 && step == Step.STOP_PAYMENT) {
      outcome =
          OutcomeBuilder.builder(outcome)
              .result(Result.ACCEPTED)
              .account("payee1")
              .checklist(Map.of("freeze", "f", "amountMinor", "900"))
              .build();
    }
    long late = random.nextInt(20) == 0 ? (1 + random.nextInt(3 * 24 * 60)) * MINUTE : 0;
    if (late > 0) {
      happened("answer late");
    }
    if (done > task.dueAt()) {
      happened("answer after the deadline");
    }
    arrive(done + late, new OutcomeReported(outcome));
    if (random.nextInt(20) == 0) {
      happened("answer repeated");
      arrive(done + late + random.nextInt(600_000), new OutcomeReported(outcome));
    }
  }

  private static Outcome handOver(Outcome outcome, Map<String, String> checklist) {
    return OutcomeBuilder.builder(outcome).result(Result.DELIVERED).checklist(checklist).build();
  }

  /** Mostly in time, sometimes hours after it. */
  private long delay(Task task) {
    long limit = Math.max(MINUTE, task.dueAt() - task.createdAt());
    long delay = (long) (limit * random.nextDouble());
    return random.nextInt(6) == 0 ? delay + random.nextInt(30 * 60) * MINUTE : delay;
  }

  /** One source in ten has a clock that is ten hours ahead, one in ten one that is two behind. */
  private OutcomeBuilder outcome(String caseId, Step step, Result result, long time) {
    int clock = random.nextInt(10);
    long skew = clock == 0 ? 600 * MINUTE : clock == 1 ? -120 * MINUTE : 0;
    if (clock <= 1) {
      happened(clock == 0 ? "answer ahead" : "answer behind");
    }
    return OutcomeBuilder.builder()
        .eventId("o" + number++)
        .source(clock == 0 ? "ahead" : clock == 1 ? "behind" : "96110")
        .eventTime(time + skew)
        .caseId(caseId)
        .step(step)
        .result(result);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }
}
