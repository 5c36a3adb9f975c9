package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.rulebook.VictimRules;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;

/**
 * V6: impersonating boss or friend. One large payment, so it is judged at the payment itself; what
 * a company does and what a person does are two rules.
 */
public final class V6BossOrFriend implements Row {

  private static final long serialVersionUID = 1L;

  public static final String PAID = "V6.payment";
  public static final String CALLED_AND_PAID = "V6.call-payment";

  public static final String CALL = "call";
  public static final String PAYMENT = "payment";

  private final VictimRules.V6 settings;
  private final V6CompanyRule company;
  private final V6PersonRule person;

  public V6BossOrFriend(Rulebook rules) {
    this.settings = rules.detection().victim().v6();
    V6Signs signs = new V6Signs(settings);
    Words words = new Words(rules);
    this.company = new V6CompanyRule(settings, signs, words);
    this.person = new V6PersonRule(settings, signs, words);
  }

  @Override
  public VictimRules.V6 settings() {
    return settings;
  }

  /**
   * Made or tried, and large enough to be a part of it; whether it is unusual is asked of the whole
   * past.
   */
  public Condition payment() {
    return Condition.ofAny(Attempts.KINDS, this::mayBePart, (payment, earlier) -> true);
  }

  /** The call may be reported after the payment, and its number listed later still. */
  public Condition call() {
    return Condition.of(SignalKind.UNKNOWN_CALL);
  }

  private boolean mayBePart(Signal payment) {
    if (payment.has(Trait.KNOWN_PAYEE)
        || payment.has(Trait.MERCHANT)
        || payment.has(Trait.OWN)
        || payment.has(Trait.RELATED)) {
      return false;
    }
    return payment.has(Trait.COMPANY)
        ? payment.amountMinor() >= settings.splitPieceMinMinor()
        : !payment.has(Trait.BUSINESS) && payment.amountMinor() >= settings.pieceMinMinor();
  }

  @Override
  public String id() {
    return "V6";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public List<String> sequences() {
    return List.of(PAID, CALLED_AND_PAID);
  }

  /** The other rows know more of the story. */
  @Override
  public int specificity() {
    return 1;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal payment = match.firstAt(PAYMENT);
    return payment.has(Trait.COMPANY) ? company.judge(payment, view) : person.judge(payment, view);
  }

  @Override
  public Card card() {
    return new Card(
        "Impersonating boss or friend",
        "冒充领导、熟人",
        "A company's account is emptied to a person it never paid, or in two halves within minutes;"
            + " a person pays a new payee far more than ever in the last months. Worth more with"
            + " another sign: an unknown call just before, a payee's account that is young, listed,"
            + " or paid by several strangers that day. A payment that the bank declined counts.",
        "Sums within what the person usually pays; of persons with fewer than "
            + settings.earlierMin()
            + " payments known, anything but a large account emptied or a listed payee paid; cash.",
        List.of(
            "New suppliers: paid to a company, which is SMS only",
            "Payroll agents and payrolls: a company, or many payees at once",
            "Used cars, decorators: one large payment alone is SMS only, and CALL when it empties"
                + " the account",
            "Money runners: what strangers paid in shortly before is passed on, not lost",
            "Friends who have paid back before: money has gone the other way",
            "A dealer or money changer, whom strangers pay day after day: no sign; and of a person with no past"
                + " the strangers alone are none either"),
        "domain/victims.md, V6");
  }
}
