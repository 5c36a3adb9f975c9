package org.tocsin.local.city.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Switchboard.Connection;

/** Collects the events of one label while its story is told. */
public final class Trail {
  private final Lane lane;
  private final String pattern;
  private final SubjectKind subjectKind;
  private final String subject;
  private final String person;
  private final List<Event> events = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();

  public Trail(Lane lane, String pattern, SubjectKind subjectKind, String subject, String person) {
    this.lane = lane;
    this.pattern = pattern;
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.person = person;
  }

  public Payment of(Payment payment) {
    events.addAll(payment.records());
    return payment;
  }

  public Connection of(Connection call) {
    events.addAll(call.records());
    return call;
  }

  public <E extends Event> E of(E event) {
    events.add(event);
    return event;
  }

  /** Money that the deceived, or the account that is followed, does not see again. */
  public Payment loss(Payment payment) {
    losses.add(new Loss(payment.settledAt(), payment.amountMinor()));
    return of(payment);
  }

  public Lane lane() {
    return lane;
  }

  public SubjectKind subjectKind() {
    return subjectKind;
  }

  public String subject() {
    return subject;
  }

  /** Null when the subject belongs to nobody. */
  public String person() {
    return person;
  }

  /** In the order told. */
  public List<Event> events() {
    return events;
  }

  public Label label(String labelId) {
    events.sort(Comparator.comparingLong(Event::eventTime));
    losses.sort(Comparator.comparingLong(Loss::eventTime));
    long startTime = events.get(0).eventTime();
    return new Label(
        labelId,
        lane,
        pattern,
        subject,
        subjectKind,
        person,
        startTime,
        List.copyOf(losses),
        events.stream().map(Ref::of).toList());
  }
}
