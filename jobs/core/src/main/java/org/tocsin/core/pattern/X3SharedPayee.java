package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Text;

/** X3: several warned persons have paid one account. */
public final class X3SharedPayee extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X3 settings;
  private final Words words;

  public X3SharedPayee(Rulebook rules) {
    this.settings = rules.links().x3();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "X3";
  }

  @Override
  public LinkRules.X3 settings() {
    return settings;
  }

  /** Why the account is suspected. */
  public Text reason(int persons, long amountMinor) {
    return new Text(
        "%s内有%d名被预警人向该账户付款，共%s。建议止付。"
            .formatted(
                words.lengthZh(settings.window().toMillis()), persons, words.moneyZh(amountMinor)),
        "Within %s %d warned persons paid this account, %s in all. Stop what is there."
            .formatted(
                words.lengthEn(settings.window().toMillis()), persons, words.moneyEn(amountMinor)));
  }

  /** Of an account that a B row has found already, when one warned person's money is in it. */
  public Text reasonOfRun(String pattern, long amountMinor, long time) {
    return new Text(
        "该账户已因%s被预警，且%s收到被预警人付款%s。建议止付并上门核查。"
            .formatted(pattern, words.timeZh(time), words.moneyZh(amountMinor)),
        "Warned of for %s already, and a person warned of fraud paid this account %s at %s. Stop what is there."
            .formatted(pattern, words.moneyEn(amountMinor), words.timeEn(time)));
  }

  /** To somebody else who paid it. */
  public Text reasonToPayer(long amountMinor, long time) {
    return new Text(
        "您于%s付款%s的收款账户已有多名被预警人付款，请核实。".formatted(words.timeZh(time), words.moneyZh(amountMinor)),
        "The account that was paid %s at %s has been paid by several persons warned of fraud."
            .formatted(words.moneyEn(amountMinor), words.timeEn(time)));
  }

  @Override
  public Card card() {
    return new Card(
        "Payee of several warned persons",
        "多名被预警人共同收款账户",
        "An account of a person's paid by two or more persons who are warned as victims, before or after their"
            + " warning; one warned by SMS only counts when the payment is among the reasons. Whoever reports a"
            + " fraud, or is warned by another centre, counts as warned: by the payee who is named, else by large"
            + " payments. Everybody else who paid it of late is told by SMS. An account that a B row has found"
            + " already is visited (T3, in that row's name) for one such payer.",
        "Victims nobody has warned; payments by way of a third account (B11, X6).",
        List.of(
            "A shop, a company, an exchange: only persons' accounts count",
            "A landlord or relative paid several times in the last days",
            "Two persons with nothing but an SMS of chance: one at least must be warned above it",
            "Gifts, dues and rents of people who happen to be warned: what no warning names must be large",
            "A dealer, jeweller or money changer whom strangers pay day after day: watched, unless three warnings above"
                + " SMS name their payments to it"),
        "domain/mules.md, X3");
  }
}
