package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** B13: young accounts try each other out with small change. Watched only: friends do it too. */
public final class B13Coupling implements Row {

  private static final long serialVersionUID = 1L;

  public static final String COUPLED = "B13.coupled";
  public static final String COUPLE = "couple";

  private static final int SCORE = 40;

  private final BankCardRules.B13 settings;
  private final Words words;

  public B13Coupling(Rulebook rules) {
    this.settings = rules.detection().bankCards().b13();
    this.words = new Words(rules);
  }

  @Override
  public BankCardRules.B13 settings() {
    return settings;
  }

  /** With an account that is young as well. */
  public Condition couple() {
    return Condition.alone(SignalKind.COUPLING, this::isWithYoung);
  }

  private boolean isWithYoung(Signal coupling) {
    return coupling
        .otherStanding()
        .openedWithin(settings.openedWithin().toMillis(), coupling.endTime());
  }

  @Override
  public String id() {
    return "B13";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public String family() {
    return AccountRow.FAMILY;
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  public List<String> sequences() {
    return List.of(COUPLED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal shown = match.firstAt(COUPLE);
    List<Signal> couples =
        view.of(
            SignalKind.COUPLING,
            each ->
                each.subject().equals(shown.subject())
                    && isWithYoung(each)
                    && Math.abs(each.eventTime() - shown.eventTime())
                        <= settings.window().toMillis());
    int transfers = couples.stream().mapToInt(Signal::count).sum();
    boolean came = couples.stream().anyMatch(each -> each.amountMinor() > 0);
    boolean went = couples.stream().anyMatch(each -> each.balanceMinor() > 0);
    if (transfers < settings.transfersMin() || !came || !went) {
      return Optional.empty();
    }
    List<Signal> ordered = Assessments.ordered(couples);
    return Optional.of(
        new Assessment(
            Level.T1,
            SCORE,
            null,
            reason(transfers, couples.size(), ordered.get(0)),
            ordered.get(0),
            ordered,
            SubjectKind.ACCOUNT,
            shown.subject(),
            Assessments.region(ordered),
            List.of(
                new Proposal(
                    Advice.Kind.WATCH, EntityKey.account(shown.subject()), null, "B13_WATCH"))));
  }

  private Text reason(int transfers, int others, Signal first) {
    return new Text(
        "%s起%s内与%d个同为新开的账户之间%d次互转不超过%s。可能为跑分账户试卡，请关注其后大额转入。"
            .formatted(
                words.timeZh(first.eventTime()),
                words.lengthZh(settings.window().toMillis()),
                others,
                transfers,
                words.moneyZh(settings.amountMaxMinor())),
        "From %s on, %d transfers of at most %s went to and fro within %s between this new account and %s. Mule cards are tried like this: watch for large sums."
            .formatted(
                words.timeEn(first.eventTime()),
                transfers,
                words.moneyEn(settings.amountMaxMinor()),
                words.lengthEn(settings.window().toMillis()),
                Words.countEn(others, "other")));
  }

  @Override
  public Card card() {
    return new Card(
        "Coupling",
        "新户小额互转",
        "Three and more transfers of small change to and fro within a day among accounts that were"
            + " all opened within a month.",
        "Accounts whose opening was not reported on either side.",
        List.of(
            "Friends who send each other small change: one of them has had the card for longer, and"
                + " the lead is watched only",
            "One's own two new cards: own accounts do not count"),
        "domain/mules.md, B13; UK NECC");
  }
}
