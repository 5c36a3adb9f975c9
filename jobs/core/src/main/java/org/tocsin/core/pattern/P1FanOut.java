package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** P1: a phone that calls many different numbers once. */
public final class P1FanOut implements Row {

  private static final long serialVersionUID = 1L;

  public static final String FANNED = "P1.fan-out";
  public static final String FAN = "fan";

  private static final int LEAD_SCORE = 50;
  private static final int WATCH_SCORE = 20;

  private final PhoneCardRules.P1 settings;
  private final Words words;

  public P1FanOut(Rulebook rules) {
    this.settings = rules.detection().phoneCards().p1();
    this.words = new Words(rules);
  }

  @Override
  public PhoneCardRules.P1 settings() {
    return settings;
  }

  public Condition fan() {
    return Condition.of(SignalKind.FAN_OUT);
  }

  @Override
  public String id() {
    return "P1";
  }

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of(FANNED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal fan = match.firstAt(FAN);
    boolean lead = !fan.has(Trait.WATCH_ONLY);
    Proposal advice =
        new Proposal(
            lead ? Advice.Kind.REVERIFY_SIM : Advice.Kind.WATCH,
            EntityKey.phone(fan.subject()),
            null,
            lead ? "P1_FAN_OUT" : "P1_FAN_OUT_WATCH");
    return Optional.of(
        new Assessment(
            Level.T1,
            lead ? LEAD_SCORE + (fan.has(Trait.YOUNG) ? 10 : 0) : WATCH_SCORE,
            null,
            reason(fan, lead),
            fan,
            List.of(fan),
            SubjectKind.PHONE,
            fan.subject(),
            fan.region(),
            List.of(advice)));
  }

  private Text reason(Signal fan, boolean lead) {
    String zh =
        "该号码%s内呼叫%d个不同号码，几乎全为呼出且每号不超过%s次"
            .formatted(
                words.lengthZh(settings.window().toMillis()),
                fan.count(),
                plain(settings.callsPerPeerMax()));
    String en =
        "Called %d different numbers within %s, nearly all outgoing, at most %s calls each"
            .formatted(
                fan.count(),
                words.lengthEn(settings.window().toMillis()),
                plain(settings.callsPerPeerMax()));
    String whyZh = fan.has(Trait.YOUNG) ? "，且为新开卡" : lead ? "，且已有多日如此" : "";
    String whyEn =
        fan.has(Trait.YOUNG) ? ", from a new SIM" : lead ? ", on several days of the week" : "";
    return new Text(zh + whyZh + "。", en + whyEn + ".");
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  @Override
  public Card card() {
    return new Card(
        "Fan-out",
        "群呼",
        "Many distinct callees in a rolling day, nearly all calls outgoing, few calls for each. A lead when"
            + " hardly anybody calls back and the SIM is young or several days of the week were so."
            + " Of older SIMs all calls so far must go one way too. Watched: a young SIM; a lead's numbers"
            + " on fewer days; or the measured rule held by all"
            + " calls so far (d: after three days with calls), since one busy day of an ordinary phone"
            + " proves nothing (measured: .066 of normal numbers have such a day, .0022 such a history).",
        "Numbers that call few people a day; boxes that spread their calls over many SIMs; the first days"
            + " of an older SIM below a lead's numbers.",
        List.of(
            "Couriers and riders: called back by more than one in twenty, or on the phone for less than a minute"
                + " nearly always (d: nine in ten answered calls), so watched at most",
            "Call centres and desks that nobody listed: what has fanned out as long as it is known is a"
                + " lead only when next to no call comes in (d: 97 % outgoing; measured fraud has 96 % in"
                + " the middle); otherwise watched",
            "A busy day before a feast or a move: not named",
            "Call length and distinct hours decide nothing: in the table fraud is not shorter, and an"
                + " office keeps the same hours; counties and handsets belong to P4. Trusted phones never"),
        "domain/mules.md, P1, and its table measured on 6,106 labelled numbers");
  }
}
