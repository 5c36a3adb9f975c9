package org.tocsin.dissuasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.AccountStops;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.Alarm;
import org.tocsin.core.cases.CaseFile;
import org.tocsin.core.cases.CaseState;
import org.tocsin.core.cases.Dossier;
import org.tocsin.core.cases.LiveAdvice;
import org.tocsin.core.cases.OpenTask;
import org.tocsin.core.cases.StopAnswer;
import org.tocsin.core.cases.StopCount;
import org.tocsin.core.cases.Task;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.gate.GateState;
import org.tocsin.core.gate.HeldWarning;
import org.tocsin.core.gate.PatternCounts;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;
import org.tocsin.testkit.state.StateBytes;

/** What a savepoint of version 1.0 holds of a person's cases is still understood. */
class StateBytesTest {

  private static final Task TASK =
      new Task(
          "t1",
          "c1",
          "p1",
          Task.Kind.CALL,
          "370602",
          Task.State.OPEN,
          2,
          1_000,
          2_000,
          Task.Overdue.BLUE);

  private static final Advice STOP =
      new Advice("a1", Advice.Kind.STOP_PAYMENT, "acc", null, null, 5L, "V1", "APPEAL", 9_000);

  private static final CaseFile FILE =
      new CaseFile(
          "p1",
          new Dossier(
              "c1",
              List.of("c2"),
              CaseState.REOPENED,
              7,
              Level.T3_PLUS,
              100,
              900,
              Outcome.Conclusion.REFUSED_TO_BELIEVE,
              new Dossier.Concluded(800, "96110", "o1"),
              true,
              true,
              true,
              2,
              500,
              3,
              List.of(1, 2, 0, 1),
              List.of(new OpenTask(TASK, 1_500, 2_000, 2_500, 10_000, "acc", null)),
              List.of(new Alarm(Alarm.Kind.WATCH_END, 99_000)),
              "w1",
              "370602",
              true,
              List.of(),
              null,
              null,
              false),
          List.of("c0"),
          List.of(
              new LiveAdvice(
                  STOP,
                  "w1",
                  AdviceChange.State.APPEALED,
                  AdviceChange.State.ACCEPTED,
                  true,
                  false,
                  null)),
          List.of(new StopCount("acc", 2)),
          List.of(42L, -1L),
          950,
          List.of());

  @Test
  void version_1_0() throws IOException {
    CaseFile read = StateBytes.read("1.0", "case-file", Codec.of(CaseFile.class), FILE);
    assertThat(read).isEqualTo(FILE);
  }

  @Test
  void the_stops_of_an_account_of_version_1_0() throws IOException {
    StopAnswer answer = new StopAnswer(StopAnswer.Kind.JOINED, "acc", 1, 9_000);
    AccountStops stops =
        new AccountStops(
            1, 9_000, true, List.of(42L, -1L), List.of(new AccountStops.Answered(7, answer)));
    AccountStops read =
        StateBytes.read("1.0", "account-stops", Codec.of(AccountStops.class), stops);
    assertThat(read).isEqualTo(stops);
  }

  @Test
  void the_gate_of_version_1_0() throws IOException {
    Warning warning = Warnings.urgent(1_000);
    GateState gate =
        new GateState(
            List.of(new PatternCounts("V3", new long[] {1, 0, 2}, 7)),
            500,
            List.of(new HeldWarning(warning, 900)),
            List.of("V5"),
            new long[] {42},
            new long[] {-1},
            "p1",
            warning,
            List.of());
    GateState read = StateBytes.read("1.0", "gate-state", Codec.of(GateState.class), gate);
    assertThat(read).usingRecursiveComparison().isEqualTo(gate);
  }
}
