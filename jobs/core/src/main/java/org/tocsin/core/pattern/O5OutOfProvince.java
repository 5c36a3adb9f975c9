package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** O5: a card outside the home province. It weighs in other rows and judges nothing by itself. */
public final class O5OutOfProvince implements Row {

  private static final long serialVersionUID = 1L;

  private final OpeningRules.O5 settings;

  public O5OutOfProvince(Rulebook rules) {
    this.settings = rules.detection().openings().o5();
  }

  int points(Signal application) {
    return application.has(Trait.OUT_OF_PROVINCE) ? settings.points() : 0;
  }

  Text said(Text reason, Signal application) {
    return application.has(Trait.OUT_OF_PROVINCE)
        ? new Text(
            reason.zh() + "户籍在外省且本省无旧卡（仅供参考）。",
            reason.en()
                + " The home is in another province, with no older card here (a hint only).")
        : reason;
  }

  @Override
  public OpeningRules.O5 settings() {
    return settings;
  }

  @Override
  public String id() {
    return "O5";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of();
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    return Optional.empty();
  }

  @Override
  public Card card() {
    return new Card(
        "Out of province (weight only)",
        "异地办卡（仅加权）",
        "A home in another province than the outlet's and no older card there: points added to the score"
            + " of O1, O2, O6, O7 and O8, never a warning by itself.",
        "Homes and outlets whose region is not reported.",
        List.of(
            "Migrants are wrongly refused where this decides anything: here it decides nothing"),
        "domain/mules.md, O5");
  }
}
