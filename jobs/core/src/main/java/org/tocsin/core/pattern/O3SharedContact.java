package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** O3: one contact phone or device on the cards of several persons. */
public final class O3SharedContact implements Row {

  private static final long serialVersionUID = 1L;

  public static final String SHARED = "O3.shared-contact";
  public static final String CONTACT = "contact";

  private static final int SCORE = 40;
  private static final int PER_PERSON = 5;

  private final OpeningRules.O3 settings;
  private final Words words;

  public O3SharedContact(Rulebook rules) {
    this.settings = rules.detection().openings().o3();
    this.words = new Words(rules);
  }

  @Override
  public OpeningRules.O3 settings() {
    return settings;
  }

  public Condition contact() {
    return Condition.of(SignalKind.SHARED_CONTACT);
  }

  @Override
  public String id() {
    return "O3";
  }

  @Override
  public Lane lane() {
    return Lane.OPENING;
  }

  @Override
  public List<String> sequences() {
    return List.of(SHARED);
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    Signal shared = match.firstAt(CONTACT);
    boolean phone = shared.subjectKind() == SubjectKind.PHONE;
    String days = Long.toString(settings.window().toDays());
    Text reason =
        new Text(
            "%s日内%d人开卡登记同一%s，%s本次申请为其一。请核实本人用卡意愿。"
                .formatted(
                    days, shared.count(), phone ? "联系电话" : "设备", words.timeZh(shared.eventTime())),
            "Within %s days %d persons gave the same %s for their cards; this record, at %s, is one of them. Check that the card is for the applicant."
                .formatted(
                    days,
                    shared.count(),
                    phone ? "contact phone" : "device",
                    words.timeEn(shared.eventTime())));
    return Optional.of(
        new Assessment(
            Level.T1,
            Math.min(100, SCORE + PER_PERSON * shared.count()),
            null,
            reason,
            shared,
            List.of(shared),
            shared.subjectKind(),
            shared.subject(),
            shared.region(),
            List.of(
                new Proposal(
                    Advice.Kind.REFUSE_OPENING,
                    EntityKey.person(shared.person()),
                    null,
                    "O3_SHARED_CONTACT"))));
  }

  @Override
  public Card card() {
    return new Card(
        "Shared contact",
        "多人共用联系方式",
        "One contact phone or device on the applications, openings or contact changes of several"
            + " persons within a month; told at the application, in time for the counter.",
        "Groups that give each member a contact of their own.",
        List.of(
            "Minors and elderly people with a proxy are not counted",
            "School and company batches: an organiser is not counted"),
        "domain/mules.md, O3; PBoC notice 261");
  }
}
