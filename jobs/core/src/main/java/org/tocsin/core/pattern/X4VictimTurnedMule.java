package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** X4: somebody who was deceived now passes strangers' money on. */
public final class X4VictimTurnedMule extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X4 settings;
  private final Words words;

  public X4VictimTurnedMule(Rulebook rules) {
    this.settings = rules.links().x4();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "X4";
  }

  @Override
  public Lane lane() {
    return Lane.VICTIM;
  }

  @Override
  public int specificity() {
    return 2;
  }

  @Override
  public LinkRules.X4 settings() {
    return settings;
  }

  /** Why the person needs to be spoken to. */
  public Text reason(long warnedAt) {
    return new Text(
        "该人%s曾作为疑似受害人被预警，现其账户出现快进快出。可能被诱骗出借账户，请劝阻，勿作嫌疑人对待。".formatted(words.timeZh(warnedAt)),
        "Warned as a victim on %s; now large sums run through an account of the same person. May have been talked into lending it: dissuade, do not accuse."
            .formatted(words.timeEn(warnedAt)));
  }

  @Override
  public Card card() {
    return new Card(
        "Victim turned mule",
        "受害人转为工具人",
        "A person warned as a victim not long ago, here or by another centre, or who reported a fraud, one of"
            + " whose accounts now shows B2.",
        "Victims nobody warned; accounts that are not known to be theirs.",
        List.of("An account that always does so, as B2 has it"),
        "domain/mules.md, X4: dissuade, not accuse");
  }
}
