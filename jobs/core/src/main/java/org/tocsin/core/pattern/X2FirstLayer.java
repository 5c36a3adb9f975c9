package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** X2: a fraud number calls somebody, who then pays a stranger: the stranger is the first mule. */
public final class X2FirstLayer extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X2 settings;
  private final Words words;

  public X2FirstLayer(Rulebook rules) {
    this.settings = rules.links().x2();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "X2";
  }

  @Override
  public LinkRules.X2 settings() {
    return settings;
  }

  /**
   * What was paid to one stranger after a call, up to and with a payment, if it is enough to make
   * the stranger a mule: in one sum, or in pieces that each were too little.
   *
   * @param call from an unknown or a listed number
   * @param signals free of what spares them, in order of time
   * @return in order of time, the payment last; empty when it is not enough
   */
  public List<Signal> joined(Signal call, Signal payment, List<Signal> signals) {
    if (!isPaidAfter(call, payment)) {
      return List.of();
    }
    List<Signal> pieces =
        signals.stream()
            .filter(each -> isPaidAfter(call, each) && each.other().equals(payment.other()))
            .takeWhile(each -> each.eventTime() <= payment.eventTime())
            .toList();
    return Payments.sum(pieces) >= least(call, payment) ? pieces : List.of();
  }

  private boolean isPaidAfter(Signal call, Signal payment) {
    long after = payment.eventTime() - call.eventTime();
    return payment.kind() == SignalKind.NEW_PAYEE_PAYMENT
        && !payment.has(Trait.PENDING)
        && payment.otherHolder() == Holder.PERSON
        && after >= 0
        && after <= settings.within().toMillis();
  }

  /** What has to be paid: a company pays wages and suppliers, whoever has called. */
  private long least(Signal call, Signal payment) {
    long byCall = leastAfter(call, payment.eventTime());
    return payment.has(Trait.BUSINESS)
        ? Math.max(byCall, settings.companyAmountMinMinor())
        : byCall;
  }

  /** After a call of a listed number, and of one that is only a lead. */
  private long leastAfter(Signal call, long time) {
    if (isListed(call, time)) {
      boolean spoken = call.lengthMillisAt(time) >= settings.listedCallMin().toMillis();
      return spoken ? settings.amountMinMinor() : Long.MAX_VALUE;
    } else if (!call.otherStanding().leads().contains(SignalKind.FAN_OUT)) {
      return Long.MAX_VALUE;
    } else if (isYoung(call)) {
      boolean spoken = call.lengthMillisAt(time) >= settings.leadCallMin().toMillis();
      return spoken ? settings.amountMinMinor() : Long.MAX_VALUE;
    }
    return isLongTalk(call, time) ? settings.deskAmountMinMinor() : Long.MAX_VALUE;
  }

  private static boolean isListed(Signal call, long time) {
    return call.otherStanding().listedAt(time);
  }

  /** Of the dozens whom a new seller or recruiter calls a day, some pay a stranger anyway. */
  private boolean isLongTalk(Signal call, long time) {
    return call.lengthMillisAt(time) >= settings.leadTalkMin().toMillis();
  }

  private boolean isYoung(Signal call) {
    return call.otherStanding().openedWithin(settings.leadYoung().toMillis(), call.eventTime());
  }

  /**
   * How grave it is. An older number that calls many may be a desk that nobody listed, and of the
   * dozens it calls a day one or two pay a stranger anyway.
   */
  public Level level(Signal call, List<Signal> pieces) {
    long time = pieces.get(pieces.size() - 1).eventTime();
    long paid = Payments.sum(pieces);
    boolean telling =
        time - call.eventTime() <= settings.leadSoonWithin().toMillis()
            || isLongTalk(call, time)
            || paid >= settings.deskAmountMinMinor();
    boolean talkedOut =
        isYoung(call) && isLongTalk(call, time) && paid >= settings.leadAmountMinMinor();
    return (isListed(call, time) && telling) || talkedOut ? Level.T3_PLUS : Level.T1;
  }

  /** Why the account is suspected. */
  public Text reason(long callTime, long paidTime, long amountMinor) {
    return new Text(
        "%s涉诈号码来电后，被叫人于%s首次向该账户付款%s。疑似一级收款账户。"
            .formatted(words.timeZh(callTime), words.timeZh(paidTime), words.moneyZh(amountMinor)),
        "A fraud number called at %s; the person called then paid %s to this account, a stranger's, at %s. Looks like a first-layer mule account."
            .formatted(words.timeEn(callTime), words.moneyEn(amountMinor), words.timeEn(paidTime)));
  }

  @Override
  public Card card() {
    return new Card(
        "First-layer mule",
        "一级收款账户",
        "An account of a person's that is paid for the first time, at once or in pieces, by somebody whom a fraud"
            + " number (listed, or a lead of P1) has called within a day. Made by the linking job of what detection finds at the payer.",
        "Talk over apps, which leaves no call; a fraud number that nobody has noticed yet.",
        List.of(
            "A shop or a company: only persons' accounts count",
            "A payee known from before, an own account, one confirmed legitimate",
            "Wages and suppliers that a company pays after a listed number has rung its staff: below ¥100,000 no sign;"
                + " nor is a call of less than twenty seconds",
            "A courier, seller or recruiter nobody listed: a number that is only a lead must have talked for ten minutes;"
                + " after a call of minutes the payee is watched only, after one of less than a minute not even that",
            "A bank's or hospital's desk nobody listed: a lead whose SIM is not known to be young has the payee watched"
                + " only"),
        "domain/mules.md, X2");
  }
}
