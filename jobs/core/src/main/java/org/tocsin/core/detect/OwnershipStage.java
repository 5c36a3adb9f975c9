package org.tocsin.core.detect;

import java.util.Objects;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * Keyed by the subject of a signal: adds whose it is. When the owner becomes known only later, the
 * latest signals are told again: the opening record may come last.
 */
public final class OwnershipStage implements Stage<Message, OwnerState, Message> {

  private static final long serialVersionUID = 1L;
  private final int recentMax;
  private final Retention retention;

  public OwnershipStage(Rulebook rules) {
    this.recentMax = rules.detection().history().recentMax();
    this.retention = Retention.of(rules);
  }

  @Override
  public OwnerState onInput(long key, OwnerState state, Message input, Turn<Message> turn) {
    OwnerState known = state == null ? OwnerState.NOTHING : state;
    if (input instanceof Signal signal) {
      // A person named by the event itself stands: a shared contact is not its owner's doing.
      Signal said = signal.person() == null ? with(signal, known.person()) : signal;
      turn.emit(said);
      return signal.person() != null
          ? state
          : new OwnerState(
              known.person(),
              known.since(),
              Recent.with(known.recent(), said, recentMax, retention));
    } else if (input instanceof Message.TieTold told) {
      return tied(known, told, turn);
    }
    turn.emit(input);
    return state;
  }

  private static OwnerState tied(OwnerState known, Message.TieTold told, Turn<Message> turn) {
    if (told.eventTime() < known.since() || Objects.equals(told.person(), known.person())) {
      return known;
    }
    boolean becameKnown = known.person() == null && told.person() != null;
    if (told.person() != null) {
      boolean late = becameKnown && !known.recent().isEmpty();
      turn.emit(
          late ? new Message.TieTold(told.entity(), told.person(), told.eventTime(), true) : told);
    }
    OwnerState changed =
        new OwnerState(
            told.person(),
            told.eventTime(),
            becameKnown
                ? known.recent().stream().map(each -> with(each, told.person())).toList()
                : known.recent());
    if (becameKnown) {
      changed.recent().forEach(turn::emit);
    }
    return changed;
  }

  private static Signal with(Signal signal, String person) {
    return SignalBuilder.builder(signal).person(person).build();
  }

  @Override
  public OwnerState onTime(long key, OwnerState state, Turn<Message> turn) {
    return state;
  }
}
