package org.tocsin.core.detect;

import java.util.ArrayList;
import java.util.List;
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
    List<Signal> recent = new ArrayList<>();
    List<Signal> again = new ArrayList<>();
    for (Signal each : known.recent()) {
      if (becameKnown && isNobodys(each, known)) {
        again.add(with(each, told.person()));
        recent.add(again.get(again.size() - 1));
      } else {
        recent.add(each);
      }
    }
    if (told.person() == null) {
      turn.emit(new Message.TieEnded(told.entity(), known.person(), told.eventTime()));
    } else {
      turn.emit(
          again.isEmpty()
              ? told
              : new Message.TieTold(told.entity(), told.person(), told.eventTime(), true));
    }
    again.forEach(turn::emit);
    return new OwnerState(told.person(), told.eventTime(), List.copyOf(recent));
  }

  /**
   * Nobody was known for it until now. What was told as a former owner's stays theirs, and so does
   * what happened before they gave it up and is reported only afterwards: a number or an account
   * that is issued again brings its new owner no past.
   */
  private static boolean isNobodys(Signal signal, OwnerState known) {
    return signal.person() == null && signal.eventTime() >= known.since();
  }

  private static Signal with(Signal signal, String person) {
    return SignalBuilder.builder(signal).person(person).build();
  }

  @Override
  public OwnerState onTime(long key, OwnerState state, Turn<Message> turn) {
    return state;
  }
}
