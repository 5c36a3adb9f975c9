package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** P7: a SIM is replaced or moved, and within the hour money goes to somebody new. */
public final class P7SimSwap implements Row {

  private static final long serialVersionUID = 1L;

  public static final String SWAPPED = "P7.swapped";
  public static final String CHANGE = "change";
  public static final String PAYMENT = "payment";

  private static final int SCORE = 40;
  private static final int REPLACED = 10;
  private static final int SUSPECT_PAYEE = 20;

  private final PhoneCardRules.P7 settings;
  private final Words words;

  public P7SimSwap(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p7();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P7 settings() {
    return settings;
  }

  public Condition change() {
    return Condition.of(SignalKind.SIM_CHANGED);
  }

  public Condition payment() {
    return Condition.alone(SignalKind.NEW_PAYEE_PAYMENT, Payments::isNew);
  }

  @Override
  public String id() {
    return "P7";
  }

  /** Whose money goes is the one deceived. */
  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(SWAPPED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal change = match.firstAt(CHANGE);
    long until = change.eventTime() + settings.within().toMillis();
    List<Signal> payments =
        Payments.between(view, change.eventTime(), until).stream()
            .filter(each -> !each.has(Trait.DECLINED))
            .toList();
    long sum = Payments.sum(payments);
    if (payments.isEmpty() || sum < settings.amountMinMinor()) {
      return Optional.empty();
    }
    boolean suspect = payments.stream().anyMatch(P7SimSwap::isSuspect);
    boolean replaced = !change.has(Trait.OTHER_HANDSET);
    List<Signal> signals = new ArrayList<>(payments);
    signals.add(change);
    List<Proposal> advice =
        new ArrayList<>(
            Assessments.againstPayments("P7", payments, false, Payments.balanceLeft(payments)));
    advice.add(
        new Proposal(
            Advice.Kind.REVERIFY_SIM, EntityKey.phone(change.subject()), null, "P7_SIM_SWAP"));
    return Optional.of(
        Assessments.ofVictim(
            suspect ? Level.T2 : Level.T1,
            SCORE + (replaced ? REPLACED : 0) + (suspect ? SUSPECT_PAYEE : 0),
            sum,
            reason(change, payments, sum, replaced, suspect),
            change,
            signals,
            advice));
  }

  private static boolean isSuspect(Signal payment) {
    return payment.otherStanding().listedAt(payment.eventTime())
        || !payment.otherStanding().leads().isEmpty();
  }

  private Text reason(
      Signal change, List<Signal> payments, long sum, boolean replaced, boolean suspect) {
    return new Text(
        "%s%s，%s内向首次收款方转出%d笔共%s%s。请核实是否本人操作。"
            .formatted(
                words.timeZh(change.eventTime()),
                replaced ? "更换SIM卡" : "卡被换到另一终端",
                words.lengthZh(settings.within().toMillis()),
                payments.size(),
                words.moneyZh(sum),
                suspect ? "，收款方涉诈可疑" : ""),
        "The SIM was %s at %s, and within %s %s, %s in all, went to first-time payees%s. Ask whether it was the owner."
            .formatted(
                replaced ? "replaced" : "moved to another handset",
                words.timeEn(change.eventTime()),
                words.lengthEn(settings.within().toMillis()),
                Words.countEn(payments.size(), "payment"),
                words.moneyEn(sum),
                suspect ? ", one of them suspect" : ""));
  }

  @Override
  public Card card() {
    return new Card(
        "SIM swap",
        "换卡盗转",
        "A SIM replaced, or seen in another handset, and within an hour payments of an account of the same"
            + " person to first-time payees; a call when a payee is listed or suspect, a text otherwise.",
        "Phones whose owner is unknown; payees known already.",
        List.of(
            "A new handset on the day of a purchase: shops and known payees hold it back, the rest is a text",
            "Two handsets used in turn: only one not seen before counts",
            "Small change to try the new phone: below the floor (d)"),
        "domain/mules.md, P7");
  }
}
