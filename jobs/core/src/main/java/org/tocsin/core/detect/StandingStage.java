package org.tocsin.core.detect;

import java.util.List;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.Standing;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * Keyed by the other side of a signal: adds what is known of it. What becomes known later is added
 * to the latest signals, and they are told again: a number may be listed after it called. Handsets
 * and cells are other sides too: here it shows which SIMs share one.
 */
public final class StandingStage implements Stage<Message, StandingState, Message> {

  private static final long serialVersionUID = 1L;
  private final int recentMax;
  private final Retention retention;
  private final Places places;

  public StandingStage(Rulebook rules) {
    this.recentMax = rules.detection().history().recentMax();
    this.retention = Retention.of(rules);
    this.places = new Places(rules);
  }

  @Override
  public StandingState onInput(long key, StandingState state, Message input, Turn<Message> turn) {
    StandingState known = state == null ? StandingState.NOTHING : state;
    if (input instanceof Signal signal && signal.other() != null) {
      Signal said = with(signal, known.standing());
      turn.emit(said);
      return new StandingState(
          known.standing(), Recent.with(known.recent(), said, recentMax, retention), known.sims());
    } else if (input instanceof Message.StandingTold told) {
      return told(known, told.standing(), turn);
    } else if (input instanceof Message.SimSeenTold told) {
      return new StandingState(
          known.standing(), known.recent(), places.seen(known.sims(), told, turn));
    }
    turn.emit(input);
    return state;
  }

  private static StandingState told(StandingState known, Standing standing, Turn<Message> turn) {
    if (standing.equals(known.standing())) {
      return known;
    }
    List<Signal> recent = known.recent().stream().map(signal -> with(signal, standing)).toList();
    // Only what may raise or hold is told again.
    if (mayMatter(known.standing(), standing)) {
      recent.forEach(turn::emit);
    }
    return new StandingState(standing, recent, known.sims());
  }

  private static boolean mayMatter(Standing before, Standing after) {
    return !java.util.Objects.equals(before.listedUntil(), after.listedUntil())
        || !java.util.Objects.equals(before.trustedUntil(), after.trustedUntil())
        || !java.util.Objects.equals(before.person(), after.person())
        || !java.util.Objects.equals(before.openedAt(), after.openedAt())
        || !java.util.Objects.equals(before.crowdedAt(), after.crowdedAt())
        || !before.leads().equals(after.leads());
  }

  private static Signal with(Signal signal, Standing standing) {
    return SignalBuilder.builder(signal).otherStanding(standing).build();
  }

  @Override
  public StandingState onTime(long key, StandingState state, Turn<Message> turn) {
    return state;
  }
}
