package org.tocsin.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;

/** V1: impersonating police, prosecutor or court. */
public final class V1Impersonation implements Row {

  private static final long serialVersionUID = 1L;

  public static final String CALL_PAYMENT = "V1.call-payment";
  public static final String HANDOVER_PAYMENT = "V1.handover-payment";
  public static final String CALL_ISOLATED = "V1.call-isolated";
  public static final String HANDOVER_ISOLATED = "V1.handover-isolated";
  public static final String ISOLATED_CALL = "V1.isolated-call";
  public static final String GATHERED = "V1.gathered";
  public static final String HANDOVER = "V1.handover";
  public static final String GATHERING = "V1.gathering";

  public static final String CALL = "call";
  public static final String SECOND = "second";
  public static final String PAYMENT = "payment";
  public static final String SIGN = "sign";
  public static final String OWN_MONEY = "own-money";

  static final int SCORE = 80;

  private final VictimRules.V1 settings;
  private final V1PaymentRule payment;
  private final V1IsolationRule isolation;
  private final V1GatheringRule gathering;

  public V1Impersonation(Rulebook rules) {
    this.settings = rules.detection().victim().v1();
    long callMaxMillis = rules.detection().profiles().callMax().toMillis();
    Words words = new Words(rules);
    this.payment = new V1PaymentRule(settings, callMaxMillis, words);
    this.isolation = new V1IsolationRule(settings, callMaxMillis, words);
    this.gathering = new V1GatheringRule(settings, words);
  }

  @Override
  public VictimRules.V1 settings() {
    return settings;
  }

  /** A suspicious unknown caller. */
  public Condition call() {
    return Condition.alone(SignalKind.UNKNOWN_CALL, CallSigns::suspicious);
  }

  /** Another unknown caller, of any origin, soon after the first one rang off. */
  public Condition second() {
    return Condition.of(
        SignalKind.UNKNOWN_CALL,
        (signal, earlier) ->
            earlier.at(CALL).stream().allMatch(call -> isHandedOver(call, signal)));
  }

  /** Made, announced, or tried and declined. */
  public Condition payment() {
    return Condition.ofAny(Attempts.KINDS, (signal, earlier) -> true);
  }

  public Condition sign() {
    return Condition.ofAny(
        Set.of(SignalKind.FORWARDING_ON, SignalKind.CONTACT_FAILED), (signal, earlier) -> true);
  }

  public Condition ownMoney() {
    return Condition.of(SignalKind.GATHERING);
  }

  @Override
  public String id() {
    return "V1";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(
        CALL_PAYMENT,
        HANDOVER_PAYMENT,
        CALL_ISOLATED,
        HANDOVER_ISOLATED,
        ISOLATED_CALL,
        GATHERED,
        HANDOVER,
        GATHERING);
  }

  @Override
  public int specificity() {
    return 5;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    return switch (match.sequence()) {
      case CALL_PAYMENT, HANDOVER_PAYMENT -> payment.judge(match, view);
      case GATHERED -> gathering.judgePaidOn(match, view);
      case GATHERING -> gathering.judgeGathering(match, view);
      case HANDOVER -> isolation.judgeHandover(match, view);
      default -> isolation.judgeIsolation(match, view);
    };
  }

  /** A call that goes on becomes long by itself, and then what came before it speaks. */
  @Override
  public List<Ripening> ripening(List<Signal> history) {
    List<Ripening> ripening = new ArrayList<>(0);
    long longCall = settings.longCallMin().toMillis();
    for (Signal call : history) {
      if (call.kind() == SignalKind.UNKNOWN_CALL && call.ongoing()) {
        if (CallSigns.suspicious(call)) {
          ripening.add(new Ripening(call, call.eventTime() + longCall));
        }
        for (Signal first : history) {
          if (isHandedOver(first, call)) {
            long missing = Math.max(0, longCall - CallSigns.lengthMillis(first, 0));
            ripening.add(new Ripening(call, call.eventTime() + missing));
          }
        }
      }
    }
    return ripening;
  }

  private boolean isHandedOver(Signal first, Signal second) {
    return first.kind() == SignalKind.UNKNOWN_CALL
        && !first.ongoing()
        && CallSigns.suspicious(first)
        && !second.other().equals(first.other())
        && second.eventTime() >= first.eventTime()
        && second.eventTime() - first.endTime() <= settings.handoverMax().toMillis();
  }

  @Override
  public Card card() {
    return new Card(
        "Impersonating police, prosecutor or court",
        "冒充公检法",
        "A call from abroad, over the internet or from a listed number, alone or handed over to"
            + " another unknown caller, long in all, then payments to first-time payees, made or declined by"
            + " the bank; before any"
            + " payment, such a call with forwarding switched on or the centre's call in vain; without"
            + " a call, own money gathered from several banks and sent out.",
        "Callers with ordinary domestic numbers that nobody has listed; payments to payees already"
            + " known; cash handed over.",
        List.of(
            "Bank, hospital and court callback centres: trusted numbers, and no payment to a new"
                + " payee",
            "Relatives on new numbers: domestic callers never make it alone",
            "Gathering for a house: paid to a company, which is SMS only",
            "A relative who has paid the person before: SMS only"),
        "domain/victims.md, V1");
  }
}
