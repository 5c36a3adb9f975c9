package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** P5: SIMs opened together that call from one place. */
public final class P5Cohort implements Row {

  private static final long serialVersionUID = 1L;

  public static final String TOGETHER = "P5.cohort";
  public static final String COHORT = "cohort";

  private final PhoneCardRules.P5 settings;
  private final Words words;

  public P5Cohort(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p5();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P5 settings() {
    return settings;
  }

  public Condition cohort() {
    return Condition.of(SignalKind.SIM_COHORT);
  }

  @Override
  public String id() {
    return "P5";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(TOGETHER);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal cohort = match.firstAt(COHORT);
    String openedZh = words.lengthZh(settings.openedWithin().toMillis());
    String openedEn = words.lengthEn(settings.openedWithin().toMillis());
    Text reason =
        new Text(
            "同一基站%d张卡在%s内先后开卡，%s内轮流向不同号码呼出，最近在%s，此卡为其一。"
                .formatted(
                    cohort.count(),
                    openedZh,
                    words.lengthZh(settings.window().toMillis()),
                    words.timeZh(cohort.eventTime())),
            "%d SIMs opened within %s of each other call different numbers from one cell within %s, last at %s; this is one of them."
                .formatted(
                    cohort.count(),
                    openedEn,
                    words.lengthEn(settings.window().toMillis()),
                    words.timeEn(cohort.eventTime())));
    return Optional.of(PhoneSigns.assessment("P5_COHORT", cohort, List.of(cohort), reason));
  }

  @Override
  public Card card() {
    return new Card(
        "Cohort",
        "同批开卡轮呼",
        "Five or more young SIMs opened within 72 hours of each other that call from one cell within a day,"
            + " each one way as P4 has it, so that no single SIM stands out; each of them is told of. Watched when they call few"
            + " numbers each (d: three).",
        "SIMs whose opening or cell is not reported; cohorts spread over cells.",
        List.of(
            "New residents of one block: they are called back, and call few numbers",
            "Freshmen with SIMs of one batch: they call few numbers, so watched at most",
            "Trusted phones never"),
        "domain/mules.md, P5 (default)");
  }
}
