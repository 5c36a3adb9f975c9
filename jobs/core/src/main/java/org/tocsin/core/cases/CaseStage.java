package org.tocsin.core.cases;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.OwnerKnown;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Warning;

/**
 * The cases of one person: warnings and outcomes come in, tasks, case changes and advice go out,
 * and what is due happens by itself. At most one case is open at a time.
 *
 * <p>Each input counts at the time it carries, but never after now (a clock ahead of ours must not
 * run the case into the future) and never before the last change here (what comes late is applied
 * then). Whatever was due before it has happened before it.
 */
public final class CaseStage implements Stage<CaseInput, CaseFile, CaseOutput> {

  private static final long serialVersionUID = 1;

  /** Copies come minutes apart, with a few dozen inputs of one person between them at most. */
  private static final int REMEMBERED = 128;

  private final DissuasionRules rules;
  private final String zone;

  /**
   * @param zone IANA id of the deployment's zone: calling hours and the day's end
   */
  public CaseStage(DissuasionRules rules, String zone) {
    this.rules = rules;
    this.zone = ZoneId.of(zone).getId();
  }

  @Override
  public CaseFile onInput(long key, CaseFile state, CaseInput input, Turn<CaseOutput> turn) {
    Work work = new Work(state == null ? CaseFile.of(owner(input)) : state, turn);
    long at = Math.min(input.time(), turn.now());
    // Whether timers were punctual must not show: what event time has reached comes first.
    work.clockwork.advance(Math.max(at - 1, turn.watermark()));
    work.handle(input, at);
    return work.done();
  }

  @Override
  public CaseFile onTime(long key, CaseFile state, Turn<CaseOutput> turn) {
    if (state == null) {
      return null;
    }
    Work work = new Work(state, turn);
    work.clockwork.advance(turn.watermark());
    return work.done();
  }

  private static String owner(CaseInput input) {
    if (input instanceof WarningRaised raised) {
      return raised.warning().caseOwner();
    } else if (input instanceof OwnerKnown known) {
      return known.subject().token();
    } else if (input instanceof CaseInput.Unowned unowned) {
      return unowned.warning().caseOwner();
    } else if (input instanceof CaseInput.StopAdvised advised) {
      return advised.raised().warning().caseOwner();
    }
    Outcome outcome = ((OutcomeReported) input).outcome();
    return outcome.person() == null ? outcome.caseId() : outcome.person();
  }

  /** One turn with everybody who has a part in it. */
  private final class Work {
    private final Turn<CaseOutput> outer;
    private final CaseTurn turn;
    private final WarningIntake warnings;
    private final OutcomeIntake outcomes;
    private final Procedure procedure;
    private final Clockwork clockwork;
    private final AdviceLife advice;

    Work(CaseFile file, Turn<CaseOutput> outer) {
      this.outer = outer;
      turn = new CaseTurn(file, rules, ZoneId.of(zone), outer::emit, outer::count);
      Tasks tasks = new Tasks(turn);
      Steps steps = new Steps(turn, tasks);
      procedure = new Procedure(turn, tasks, steps);
      advice = new AdviceLife(turn, tasks);
      warnings = new WarningIntake(turn, procedure, steps, advice);
      HandOvers handOvers = new HandOvers(turn, tasks);
      outcomes = new OutcomeIntake(turn, tasks, procedure, steps, advice, handOvers);
      clockwork = new Clockwork(turn, tasks, procedure, advice, handOvers);
    }

    void handle(CaseInput input, long at) {
      if (input instanceof WarningRaised raised) {
        warned(raised.warning(), at);
      } else if (input instanceof OutcomeReported reported) {
        reported(reported, at);
      } else if (input instanceof OwnerKnown known) {
        ownerKnown(known, at);
      } else if (input instanceof CaseInput.StopAdvised advised) {
        barred(advised, at);
      }
      procedure.keepGoing();
    }

    private void warned(Warning warning, long at) {
      boolean again = !unseen(Ids.key("warning", warning.warningId()));
      if (unseen(Ids.key("warning", warning.warningId(), warning.revision()))) {
        turn.at(at);
        warnings.handle(warning, again);
        remember(
            Ids.key("warning", warning.warningId()),
            Ids.key("warning", warning.warningId(), warning.revision()));
      } else {
        turn.count("warning_duplicate");
      }
    }

    /** Whichever of the two is here first: the warning is known when its stop is refused. */
    private void barred(CaseInput.StopAdvised advised, long at) {
      Warning warning = advised.raised().warning();
      advice.bar(advised.account());
      if (unseen(Ids.key("warning", warning.warningId(), warning.revision()))) {
        warned(warning, at);
      }
      turn.at(at);
      advice.refuseBarred(advised.account());
    }

    /** What a case under an account has set in motion ends there; its work is the person's. */
    private void ownerKnown(OwnerKnown known, long at) {
      if (turn.dossier() == null) {
        return;
      }
      if (turn.open()) {
        turn.at(at);
        turn.count("case_merged");
        procedure.close(Outcome.Conclusion.DUPLICATE, "MERGED:" + known.caseId());
      }
      turn.dossier(turn.edit().movedTo(known.person()).build());
    }

    private void reported(OutcomeReported reported, long at) {
      Outcome outcome = reported.outcome();
      long hash = Ids.key("outcome", outcome.source(), outcome.eventId());
      if (unseen(hash)) {
        if (turn.dossier() != null) {
          turn.at(at);
        }
        outcomes.handle(reported);
        remember(hash);
      } else {
        turn.count("outcome_duplicate");
      }
    }

    private boolean unseen(long hash) {
      return !turn.file().seen().contains(hash);
    }

    private void remember(long... hashes) {
      List<Long> seen = new ArrayList<>(turn.file().seen());
      for (long hash : hashes) {
        seen.remove(hash);
        seen.add(hash);
      }
      int from = Math.max(0, seen.size() - REMEMBERED);
      turn.file(CaseFileBuilder.builder(turn.file()).seen(seen.subList(from, seen.size())).build());
    }

    /** What is known now; nothing of who never had a case. */
    CaseFile done() {
      if (turn.dossier() == null) {
        return null;
      }
      clockwork.nextAt().ifPresent(outer::wakeAt);
      return turn.file();
    }
  }
}
