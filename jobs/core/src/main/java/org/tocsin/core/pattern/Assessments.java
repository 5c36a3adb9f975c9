package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** Parts that the assessments of several rows share. */
final class Assessments {

  private static final Comparator<Signal> ORDER =
      Comparator.comparingLong(Signal::eventTime).thenComparing(Signal::signalId);

  private Assessments() {}

  /** About the person, or an account of theirs while nobody knows whose it is. */
  static Assessment ofVictim(
      Level level,
      int score,
      Long amount,
      Text reason,
      Signal first,
      Collection<Signal> signals,
      List<Proposal> advice) {
    List<Signal> ordered = ordered(signals);
    String person = person(ordered);
    Signal subject = person == null ? first : null;
    return new Assessment(
        level,
        Math.min(100, score),
        amount,
        reason,
        first,
        ordered,
        subject == null ? SubjectKind.PERSON : subject.subjectKind(),
        subject == null ? person : subject.subject(),
        region(ordered),
        advice);
  }

  static List<Signal> ordered(Collection<Signal> signals) {
    Map<String, Signal> once = new TreeMap<>();
    signals.forEach(each -> once.put(each.signalId(), each));
    return once.values().stream().sorted(ORDER).toList();
  }

  private static String person(List<Signal> signals) {
    return signals.stream()
        .map(Signal::person)
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  /** Where the person last acted. */
  static String region(List<Signal> signals) {
    String region = null;
    for (Signal each : signals) {
      region = each.region() == null ? region : each.region();
    }
    return region;
  }

  /**
   * Announced payments are delayed, as are those to whom the bank declined to pay, settled ones
   * stopped where they went, the rest is kept back.
   */
  static List<Proposal> againstPayments(
      String row, Collection<Signal> payments, boolean stop, long left) {
    List<Proposal> advice = new ArrayList<>();
    Map<String, Long> settled = new TreeMap<>();
    for (Signal payment : ordered(payments)) {
      boolean declined = Attempts.isDeclined(payment);
      if (declined || payment.has(Trait.PENDING)) {
        advice.add(
            new Proposal(
                Advice.Kind.DELAY_PAYMENT,
                payment.other(),
                payment.amountMinor(),
                row + (declined ? "_PAYMENT_DECLINED" : "_PAYMENT_ANNOUNCED")));
      } else {
        settled.merge(payment.other().token(), payment.amountMinor(), Long::sum);
      }
    }
    if (stop) {
      settled.forEach(
          (account, amount) ->
              advice.add(
                  new Proposal(
                      Advice.Kind.STOP_PAYMENT,
                      EntityKey.account(account),
                      amount,
                      row + "_PAYEE")));
    }
    Signal last = ordered(payments).get(payments.size() - 1);
    advice.add(
        new Proposal(
            Advice.Kind.DELAY_PAYMENT,
            EntityKey.account(last.subject()),
            left > 0 ? left : null,
            row + "_MONEY_LEFT"));
    return advice;
  }
}
