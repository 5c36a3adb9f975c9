package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** P4: SIMs that a box holds. */
public final class P4SimBox implements Row {

  private static final long serialVersionUID = 1L;

  public static final String BOXED = "P4.sim-box";
  public static final String BOX = "box";

  private static final int STATIC = 10;

  private final PhoneCardRules.P4 settings;
  private final Words words;

  public P4SimBox(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p4();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P4 settings() {
    return settings;
  }

  public Condition box() {
    return Condition.of(SignalKind.SIM_BOX);
  }

  @Override
  public String id() {
    return "P4";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(BOXED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal box = match.firstAt(BOX);
    Assessment assessment = PhoneSigns.assessment("P4_SIM_BOX", box, List.of(box), reason(box));
    return Optional.of(
        box.has(Trait.ONE_PLACE) && PhoneSigns.isLead(box)
            ? AssessmentBuilder.builder(assessment).score(assessment.score() + STATIC).build()
            : assessment);
  }

  private Text reason(Signal box) {
    String timeZh = words.timeZh(box.eventTime());
    String timeEn = words.timeEn(box.eventTime());
    String place =
        box.has(Trait.ONE_PLACE) ? "一日内至少%d次呼出均在同一基站".formatted(settings.callsAtOneCellMin()) : "";
    String placeEn =
        box.has(Trait.ONE_PLACE)
            ? ", at least %d calls of a day at one cell".formatted(settings.callsAtOneCellMin())
            : "";
    if (box.has(Trait.SHARED_HANDSET)) {
      long days = settings.window().toDays();
      return new Text(
          "%d日内同一终端使用过%d张卡，且有卡单向群呼，最近在%s。".formatted(days, box.count(), timeZh),
          "%d SIMs in one handset within %d days, with calls one way only, last at %s."
              .formatted(box.count(), days, timeEn));
    } else if (box.has(Trait.MANY_HANDSETS)) {
      long days = settings.handsetMemory().toDays();
      return new Text(
          "%d日内该卡用过%d部终端，单向呼出%s，最近在%s。"
              .formatted(days, box.count(), place.isEmpty() ? "" : "，" + place, timeZh),
          "In %d handsets within %d days, calling one way only%s, last at %s."
              .formatted(box.count(), days, placeEn, timeEn));
    }
    return new Text(
        "该号码单向呼出，%s，最近在%s，仅关注。".formatted(place, timeZh),
        "Calls one way only%s, last at %s; watched only.".formatted(placeEn, timeEn));
  }

  @Override
  public Card card() {
    return new Card(
        "SIM box",
        "卡池（GOIP、猫池）",
        "Three or more SIMs in one handset within a week of which at least two call one way (one: watched);"
            + " one SIM in four or more handsets that calls one way; fifty calls of a day at one cell,"
            + " watched by itself and added to the score of the others. One way: five or more different"
            + " numbers in a day, four in five calls outgoing, at most two for each number.",
        "Boxes that forge a handset for each SIM and share no cell; calls whose IMEI is not reported.",
        List.of(
            "A family's handset, two SIMs and one for travel: they call and are called",
            "A dealer or repair shop that tries SIMs: no calls to many numbers",
            "A call centre never moves either: its place alone is watched; trusted phones never"),
        "domain/mules.md, P4: Murynets et al., INFOCOM 2014; IMEIs from the measured table");
  }
}
