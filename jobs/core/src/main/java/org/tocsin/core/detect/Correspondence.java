package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.core.event.Holder;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.links.Flow;
import org.tocsin.core.links.Letter;
import org.tocsin.core.links.Mail;
import org.tocsin.core.links.Tie;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.pattern.View;
import org.tocsin.core.pattern.X2FirstLayer;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;

/**
 * What detection tells the accounts, phones and contacts that a person had to do with: only here is
 * it known who called, who was paid, and what spares them.
 */
final class Correspondence implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A letter names the latest. */
  private static final int PIECES_MAX = 8;

  private final X2FirstLayer firstLayer;
  private final LinkRules.X2 calls;
  private final LinkRules.X3 payers;

  Correspondence(Rulebook rules) {
    this.firstLayer = new X2FirstLayer(rules);
    this.calls = rules.links().x2();
    this.payers = rules.links().x3();
  }

  /** To everything that a warning names: who else is warned for it belongs together with them. */
  static void ties(Warning warning, Assessment assessment, Turn<Finding> turn) {
    EntityKey owner =
        warning.person() == null
            ? EntityKey.of(warning.subjectKind(), warning.subject())
            : EntityKey.person(warning.person());
    Map<EntityKey, Signal> shared = new LinkedHashMap<>();
    if (warning.lane() != Lane.VICTIM && warning.subjectKind() != SubjectKind.PERSON) {
      shared.put(EntityKey.of(warning.subjectKind(), warning.subject()), assessment.first());
      assessment.signals().stream()
          .filter(signal -> signal.device() != null)
          .forEach(signal -> shared.put(device(signal), signal));
    } else if (warning.lane() == Lane.VICTIM) {
      assessment.signals().stream()
          .filter(Correspondence::isTelling)
          .forEach(signal -> shared.put(signal.other(), signal));
    }
    shared.forEach(
        (entity, signal) ->
            tie(
                new Tie(
                    owner,
                    entity,
                    because(warning.lane(), entity),
                    warning.levelToOthers(),
                    warning.eventTime(),
                    signal.lastEvidence()),
                turn));
  }

  private static void tie(Tie tie, Turn<Finding> turn) {
    post(tie.shared(), tie.time(), new Letter.Edge(tie), turn);
  }

  /**
   * Whoever reports a fraud, or of whom another centre does, is as good as warned: to whom she paid
   * in those days, and to who had called her within a day before it.
   */
  void reported(Message.ReportTold told, View view, Turn<Finding> turn) {
    tie(told, paid(told, view), view, turn);
  }

  /** The same for what becomes known, or is paid, after the report. */
  void paidAfterReport(Signal added, PersonHistory person, View view, Turn<Finding> turn) {
    if (person.reportedAt() != null && added.kind() == SignalKind.NEW_PAYEE_PAYMENT) {
      Message.ReportTold told =
          new Message.ReportTold(person.person(), person.reportedAt(), person.reportedPayee());
      tie(told, paid(told, view).stream().filter(added::equals).toList(), view, turn);
    }
  }

  private void tie(Message.ReportTold told, List<Signal> paid, View view, Turn<Finding> turn) {
    Stream<Signal> called =
        view.signals().stream()
            .filter(each -> isCall(each) && isTelling(each))
            .filter(each -> paid.stream().anyMatch(payment -> isSoonAfter(payment, each)));
    Stream.concat(paid.stream(), called)
        .forEach(
            signal ->
                tie(
                    new Tie(
                        EntityKey.person(told.person()),
                        signal.other(),
                        because(Lane.VICTIM, signal.other()),
                        Level.T3,
                        told.eventTime(),
                        signal.lastEvidence()),
                    turn));
  }

  /** To whom the report says; where it does not, whatever is large. */
  private List<Signal> paid(Message.ReportTold told, View view) {
    return view.of(
        SignalKind.NEW_PAYEE_PAYMENT,
        each ->
            isTelling(each)
                && each.otherHolder() == Holder.PERSON
                && !each.has(Trait.PENDING)
                && Math.abs(each.eventTime() - told.eventTime()) <= payers.window().toMillis()
                && (told.payee() == null
                    ? each.amountMinor() >= payers.otherAmountMinMinor()
                    : each.other().token().equals(told.payee())));
  }

  private boolean isSoonAfter(Signal payment, Signal call) {
    long after = payment.eventTime() - call.eventTime();
    return after >= 0 && after <= calls.within().toMillis();
  }

  private static EntityKey device(Signal signal) {
    return new EntityKey(EntityKind.CONTACT, signal.device());
  }

  private static boolean isTelling(Signal signal) {
    boolean kind =
        signal.other() != null
            && (signal.other().kind() == EntityKind.ACCOUNT
                || signal.other().kind() == EntityKind.PHONE
                || signal.other().kind() == EntityKind.CONTACT);
    return kind
        && signal.kind() != SignalKind.LOAN_IN
        && !signal.has(Trait.MERCHANT)
        && !signal.has(Trait.OWN)
        && signal.otherHolder() != Holder.MERCHANT
        && signal.otherHolder() != Holder.EXCHANGE
        && !signal.otherStanding().trustedAt(signal.eventTime());
  }

  private static String because(Lane lane, EntityKey shared) {
    if (lane != Lane.VICTIM) {
      return shared.kind() == EntityKind.CONTACT
          ? "paid from a device that others share"
          : "warned of what others share";
    }
    return switch (shared.kind()) {
      case ACCOUNT -> "paid, or was paid by, an account that others share";
      case PHONE -> "was called by a number that others share";
      default -> "gave a contact phone or device that others share";
    };
  }

  /** X2: to the payee of somebody whom a fraud number has called. */
  void firstLayers(Signal added, View view, Turn<Finding> turn) {
    boolean call = isCall(added);
    if (!call && added.kind() != SignalKind.NEW_PAYEE_PAYMENT) {
      return;
    }
    List<Signal> signals = view.signals();
    if (!signals.contains(added)) {
      return;
    }
    List<Signal> calls =
        call ? List.of(added) : signals.stream().filter(Correspondence::isCall).toList();
    for (Signal from : calls) {
      for (Signal payment : signals) {
        List<Signal> pieces = firstLayer.joined(from, payment, signals);
        if (call ? !pieces.isEmpty() : pieces.contains(added)) {
          post(payment.other(), payment.eventTime(), letter(from, pieces, view), turn);
        }
      }
    }
  }

  private static boolean isCall(Signal signal) {
    return signal.kind() == SignalKind.UNKNOWN_CALL || signal.kind() == SignalKind.LISTED_CALL;
  }

  private Letter letter(Signal call, List<Signal> pieces, View view) {
    Signal payment = pieces.get(pieces.size() - 1);
    Evidence paid = payment.lastEvidence();
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(call.lastEvidence());
    pieces.stream()
        .skip(Math.max(0, pieces.size() - PIECES_MAX))
        .forEach(each -> evidence.add(each.lastEvidence()));
    EntityKey victim =
        view.person() == null
            ? EntityKey.of(payment.subjectKind(), payment.subject())
            : EntityKey.person(view.person());
    return new Letter.FirstLayer(
        victim,
        Flow.record(paid.source(), paid.eventId()),
        payment.otherStanding().person(),
        call.eventTime(),
        payment.eventTime(),
        pieces.stream().mapToLong(Signal::amountMinor).sum(),
        payment.region(),
        List.copyOf(evidence),
        firstLayer.level(call, pieces));
  }

  private static void post(EntityKey room, long time, Letter letter, Turn<Finding> turn) {
    turn.emit(new Finding.Posted(Mail.to(room, time, letter)));
  }
}
