package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.pattern.OpeningSigns.AtCounter;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;

/** O8: somebody applies for a card on the telephone with a fraudster, or shortly after. */
public final class O8VictimMadeMule implements Row {

  private static final long serialVersionUID = 1L;

  public static final String CALLED = "O8.called";
  public static final String CALL = "call";
  public static final String APPLICATION = "application";

  private static final int SCORE = 55;
  private static final int DURING_CALL = 15;

  private final OpeningRules.O8 settings;
  private final O5OutOfProvince elsewhere;
  private final Words words;
  private final long callMaxMillis;

  public O8VictimMadeMule(Rulebook rules) {
    this.settings = rules.detection().openings().o8();
    this.elsewhere = new O5OutOfProvince(rules);
    this.words = new Words(rules);
    this.callMaxMillis = rules.detection().profiles().callMax().toMillis();
  }

  @Override
  public OpeningRules.O8 settings() {
    return settings;
  }

  /** The same call may be told by both sides' profiles. */
  public Condition call() {
    return Condition.ofAny(
        Set.of(SignalKind.UNKNOWN_CALL, SignalKind.LISTED_CALL),
        (signal, earlier) -> signal.otherStanding().listedAt(signal.eventTime()));
  }

  public Condition application() {
    return Condition.of(SignalKind.CARD_APPLICATION);
  }

  @Override
  public String id() {
    return "O8";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(CALLED);
  }

  @Override
  public int specificity() {
    return 1;
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal call = match.firstAt(CALL);
    Signal application = match.firstAt(APPLICATION);
    boolean spoken = call.ongoing() || call.endTime() > call.eventTime();
    long end = CallSigns.endMillis(call, callMaxMillis);
    long sinceEnd = application.eventTime() - end;
    if (!spoken || sinceEnd > settings.afterCall().toMillis()) {
      return Optional.empty();
    }
    boolean during = sinceEnd <= 0;
    return Optional.of(
        OpeningSigns.assessment(
            application,
            Assessments.ordered(List.of(call, application)),
            SCORE + (during ? DURING_CALL : 0),
            reason(call, application, during),
            // Whoever is led by telephone is not refused but spoken with, whatever is open already.
            new Proposal(
                AtCounter.PROMPT.kind(),
                EntityKey.person(application.subject()),
                null,
                "O8_VICTIM_MADE_MULE"),
            elsewhere));
  }

  private Text reason(Signal call, Signal application, boolean during) {
    String within = words.lengthZh(settings.afterCall().toMillis());
    String withinEn = words.lengthEn(settings.afterCall().toMillis());
    return new Text(
        "%s接涉诈名单号码来电，%s于%s%s办卡，可能被骗充当工具人。请劝阻，勿按嫌疑人对待。"
            .formatted(
                words.timeZh(call.eventTime()),
                during ? "通话中" : "挂断后" + within + "内",
                words.timeZh(application.eventTime()),
                application.other() == null ? "申请" : ""),
        "Called by a listed number at %s, and a card was %s at %s, %s: perhaps a victim being made a mule. Dissuade, do not accuse."
            .formatted(
                words.timeEn(call.eventTime()),
                OpeningSigns.stageEn(application),
                words.timeEn(application.eventTime()),
                during ? "during the call" : "within " + withinEn + " after it"));
  }

  @Override
  public Card card() {
    return new Card(
        "Victim being made a mule",
        "受害人被诱导办卡",
        "An application during a call from a listed number or within an hour after it, by the person"
            + " whose phone was called; told at the application, even while the call lasts.",
        "Callers nobody has listed; calls to a phone whose owner is unknown; talk over apps.",
        List.of(
            "Calls from trusted numbers hold it back",
            "A listed number that rang and was not answered: nobody was spoken with"),
        "domain/mules.md, O8; Renhuai, 27 May 2025");
  }
}
