package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Warning;

/** What may come to the centre about one person: any order, any result, copies, foreign ids. */
final class RandomNight {

  static final long START = CaseRoom.at("2025-03-11T20:00");
  private static final long MINUTE = 60_000L;
  private static final List<String> SOURCES =
      List.of("96110", "96110", "96110", "96110", "late", "ahead");

  private final String person;
  private final Random random;
  private final List<CaseInput> inputs = new ArrayList<>();
  private final List<String> caseIds = new ArrayList<>();
  private long time = START;

  RandomNight(String person, Random random) {
    this.person = person;
    this.random = random;
  }

  /** In the order of arrival: of {@link #arrival}. */
  List<CaseInput> inputs() {
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      time += pause();
      CaseInput input = i == 0 || random.nextInt(4) == 0 ? warning(i) : outcome(i);
      inputs.add(input);
      if (random.nextInt(10) == 0) {
        inputs.add(input);
      }
    }
    inputs.sort(Comparator.comparingLong(RandomNight::arrival));
    return inputs;
  }

  /** What is late arrives an hour after it happened; a clock ten hours ahead dates it so. */
  static long arrival(CaseInput input) {
    if (input instanceof OutcomeReported reported) {
      return switch (reported.outcome().source()) {
        case "late" -> input.time() + 60 * MINUTE;
        case "ahead" -> input.time() - 600 * MINUTE;
        default -> input.time();
      };
    }
    return input.time();
  }

  /** Mostly minutes, sometimes days. */
  private long pause() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(50_000);
      case 1, 2 -> random.nextInt(20) * MINUTE;
      case 3, 4 -> random.nextInt(300) * MINUTE;
      default -> random.nextInt(14 * 24 * 60) * MINUTE;
    };
  }

  private CaseInput warning(int number) {
    Grade grade = pick(Grade.values());
    boolean watch = grade == Grade.LOW && random.nextBoolean();
    boolean again = number > 0 && random.nextInt(12) == 0;
    String id = person + "-w" + (again ? 0 : number);
    if (caseIds.isEmpty() || random.nextInt(4) == 0) {
      caseIds.add(CaseIds.of(EntityKey.person(person).hash(), id));
    }
    return new WarningRaised(
        new Warning(
            id,
            again ? caseIds.get(0) : pick(caseIds),
            1 + random.nextInt(3),
            Lane.VICTIM,
            "V1",
            List.of(),
            "1",
            SubjectKind.PERSON,
            person,
            person,
            grade,
            Level.of(grade).tier(),
            50,
            time - random.nextInt(600) * MINUTE,
            time,
            null,
            null,
            new Text("", ""),
            List.of(new Evidence(pick(Stream.values()), "s", "e" + number, time, "")),
            advice(id, watch),
            null,
            null));
  }

  private List<Advice> advice(String id, boolean watch) {
    long until = time + random.nextInt(5 * 24 * 60) * MINUTE;
    if (watch) {
      return List.of(
          new Advice(id + "-a", Advice.Kind.WATCH, null, null, person, null, "R", "M", until));
    }
    List<Advice> advice = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String account = "acc" + random.nextInt(3);
      advice.add(
          new Advice(
              id + "-a" + i, pick(Advice.Kind.values()), account, null, null, 1L, "R", "M", until));
    }
    return advice;
  }

  private CaseInput outcome(int number) {
    String source = pick(SOURCES);
    boolean concludes = random.nextInt(4) == 0;
    boolean byCase = random.nextBoolean();
    return new OutcomeReported(
        new Outcome(
            "o" + number,
            source,
            source.equals("ahead") ? time + 600 * MINUTE : time,
            byCase ? random.nextInt(10) == 0 ? "foreign" : pick(caseIds) : null,
            byCase && random.nextBoolean() ? null : person,
            pick(Outcome.Step.values()),
            pick(Outcome.Result.values()),
            concludes ? pick(Outcome.Conclusion.values()) : null,
            null,
            null,
            random.nextBoolean() ? "acc" + random.nextInt(3) : null,
            null,
            Map.of()));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }
}
