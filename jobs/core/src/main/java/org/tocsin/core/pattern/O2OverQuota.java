package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.pattern.OpeningSigns.AtCounter;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** O2: one more card than the law allows with one operator or bank. */
public final class O2OverQuota implements Row {

  private static final long serialVersionUID = 1L;

  public static final String OVER = "O2.over-quota";
  public static final String APPLICATION = "application";

  private static final int SCORE = 45;

  private final OpeningRules.O2 settings;
  private final O5OutOfProvince elsewhere;
  private final Words words;

  public O2OverQuota(Rulebook rules) {
    this.settings = rules.detection().openings().o2();
    this.elsewhere = new O5OutOfProvince(rules);
    this.words = new Words(rules);
  }

  @Override
  public OpeningRules.O2 settings() {
    return settings;
  }

  public Condition application() {
    return Condition.of(SignalKind.OVER_QUOTA);
  }

  @Override
  public String id() {
    return "O2";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(OVER);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal over = match.firstAt(APPLICATION);
    Proposal advice = OpeningSigns.proposal(over, AtCounter.REFUSE, "O2_OVER_QUOTA");
    return Optional.of(
        OpeningSigns.assessment(over, List.of(over), SCORE, reason(over), advice, elsewhere));
  }

  private Text reason(Signal over) {
    boolean sims = over.has(Trait.SIM_CARDS);
    int most = sims ? settings.simsMax() : settings.classOneMax();
    return new Text(
        "%s%s的卡为该人在同一%s的第%d%s，超过%d%s的法定上限。现有卡片照常使用。"
            .formatted(
                words.timeZh(over.eventTime()),
                OpeningSigns.stageZh(over),
                sims ? "运营商" : "银行",
                over.count(),
                sims ? "张电话卡" : "个Ⅰ类账户",
                most,
                sims ? "张" : "个"),
        "The card %s at %s would be number %d of the person's %s with one %s; the law allows %d. Those held stay in use."
            .formatted(
                OpeningSigns.stageEn(over),
                words.timeEn(over.eventTime()),
                over.count(),
                sims ? "SIMs" : "class-I accounts",
                sims ? "operator" : "bank",
                most));
  }

  @Override
  public Card card() {
    return new Card(
        "Over quota",
        "超限办卡",
        "One more SIM with an operator, or one more class-I account in a bank, than a person may have,"
            + " counted over all that institutions report; told at the application.",
        "Cards opened before anything was reported; applications that do not say the account's class.",
        List.of(
            "A lost card replaced: the old one is closed first, and a number reissued is no new one",
            "Cards with several operators or banks: each is counted by itself"),
        "domain/mules.md, O2; Anti-Telecom-Fraud Law, arts. 10 and 16");
  }
}
