package org.tocsin.runtime.kafka;

import java.util.List;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/** Says a signal when an event arrives, and another two seconds of event time later. */
final class WakingStage implements Stage<Event, WakingStage.Last, Signal> {

  private static final long serialVersionUID = 1L;
  private static final long LATER_MILLIS = 2_000;

  record Last(Event event) {}

  @Override
  public Last onInput(long key, Last state, Event event, Turn<Signal> turn) {
    turn.emit(signal("seen-", event));
    turn.wakeAt(event.eventTime() + LATER_MILLIS);
    return new Last(event);
  }

  @Override
  public Last onTime(long key, Last state, Turn<Signal> turn) {
    turn.emit(signal("woken-", state.event()));
    return state;
  }

  private static Signal signal(String prefix, Event event) {
    return new Signal(
        prefix + event.eventId(),
        SignalKind.UNKNOWN_CALL,
        SubjectKind.PHONE,
        event.eventId(),
        null,
        event.eventTime(),
        event.eventTime(),
        50,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(Evidence.of(event, "a call")),
        null,
        null,
        null);
  }
}
