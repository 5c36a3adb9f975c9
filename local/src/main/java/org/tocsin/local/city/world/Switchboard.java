package org.tocsin.local.city.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Call.Kind;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Event;

/** Connects calls and writes the records that the carriers concerned would send. */
public final class Switchboard {
  private final Tokens tokens;
  private final Dice dice;
  private final Consumer<Event> out;

  /**
   * One call and the records that tell of it.
   *
   * @param startedAt when it rang, epoch milliseconds
   * @param endedAt when it was hung up
   */
  public record Connection(List<Event> records, long startedAt, long endedAt) {}

  public Switchboard(Tokens tokens, Dice dice, Consumer<Event> out) {
    this.tokens = tokens;
    this.dice = dice;
    this.out = out;
  }

  public Connection unanswered(long at, Sim caller, Sim callee) {
    return connect(at, caller, callee, 0);
  }

  /**
   * @param seconds from answer to end; 0 when nobody answered
   */
  public Connection connect(long at, Sim caller, Sim callee, int seconds) {
    Carrier reporter = caller.carrier() == null ? callee.carrier() : caller.carrier();
    if (reporter == null) {
      throw new IllegalArgumentException("no carrier of the city takes part in this call");
    }
    long endedAt = at + ringing(seconds > 0) + seconds * 1_000L;
    Carrier other = callee.carrier();
    boolean both =
        other != null && !other.equals(reporter) && other.bothSides() && reporter.bothSides();
    String callId = both || reporter.starts() ? tokens.event('k') : null;
    List<Event> records = new ArrayList<>(3);
    if (reporter.starts()) {
      records.add(
          record(reporter, at, Kind.STARTED, caller, callId).callee(callee.number()).build());
    }
    records.add(ended(reporter, endedAt, caller, callee, callId, seconds));
    if (both) {
      records.add(ended(other, endedAt, caller, callee, callId, seconds));
    }
    records.forEach(out);
    return new Connection(records, at, endedAt);
  }

  /** A phone that is switched off or engaged does not ring: the call ends when it begins. */
  private long ringing(boolean answered) {
    long millis = dice.between(4_000L, 20_000L);
    return answered || millis >= 9_000L ? millis : 0;
  }

  public Event forwarding(long at, Sim phone, boolean on, String forwardTo) {
    Call change =
        record(phone.carrier(), at, on ? Kind.FORWARDING_ON : Kind.FORWARDING_OFF, phone, null)
            .forwardTo(on ? forwardTo : null)
            .build();
    out.accept(change);
    return change;
  }

  public Event simChanged(long at, Sim phone, String newImei) {
    Call change =
        record(phone.carrier(), at, Kind.SIM_CHANGED, phone, null).callerImei(newImei).build();
    out.accept(change);
    return change;
  }

  private Call ended(
      Carrier reporter, long at, Sim caller, Sim callee, String callId, int seconds) {
    CallBuilder record = record(reporter, at, Kind.ENDED, caller, callId).callee(callee.number());
    if (reporter.starts() || reporter.bothSides()) {
      record.answered(seconds > 0);
    }
    if (seconds > 0 || reporter.starts()) {
      record.durationSeconds(seconds);
    }
    if (reporter.devices()) {
      record.calleeImei(callee.imei()).calleeCell(callee.cell());
    }
    return record.build();
  }

  private CallBuilder record(Carrier reporter, long at, Kind kind, Sim caller, String callId) {
    return CallBuilder.builder()
        .eventId(tokens.event('c'))
        .source(reporter.code())
        .eventTime(at)
        .kind(kind)
        .caller(caller.number())
        .callId(callId)
        .origin(caller.origin())
        .callerImei(reporter.devices() ? caller.imei() : null)
        .callerCell(reporter.devices() ? caller.cell() : null)
        .region(caller.region());
  }
}
