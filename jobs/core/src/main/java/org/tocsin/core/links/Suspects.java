package org.tocsin.core.links;

import java.io.Serializable;
import java.util.List;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Warning;

/** Makes warnings and sends them to the owner of their case, who knows its id and what was said. */
final class Suspects implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String REMEDY = "APPEAL_AT_BRANCH_OR_96110";
  static final int EVIDENCE_MAX = 32;

  private final String version;
  private final DecisionRules settings;

  Suspects(Rulebook rules) {
    this.version = rules.version();
    this.settings = rules.detection().decision();
  }

  /**
   * What is suspected, and why.
   *
   * @param owner person; null while unknown
   * @param first names this occurrence
   * @param stop the amount to stop; null when none is known to be there
   */
  record Suspicion(
      String pattern,
      Lane lane,
      Level level,
      EntityKey subject,
      String owner,
      Object first,
      int score,
      Long amountMinor,
      Long stop,
      String region,
      Text reason,
      List<Evidence> evidence) {}

  void send(Mail mail, Suspicion suspicion, Turn<LinkOutput> turn) {
    EntityKey owner =
        suspicion.owner() == null ? suspicion.subject() : EntityKey.person(suspicion.owner());
    Warning warning = warning(suspicion);
    turn.emit(new LinkOutput.Posted(Mail.to(owner, mail.time(), new Letter.Suspect(warning))));
  }

  private Warning warning(Suspicion s) {
    List<Evidence> latest = Latest.of(Evidence.once(s.evidence()), EVIDENCE_MAX);
    long time = latest.get(latest.size() - 1).eventTime();
    String id = Ids.of(s.pattern(), s.subject().kind(), s.subject().token(), s.first(), s.level());
    return new Warning(
        id,
        "",
        0,
        s.lane(),
        s.pattern(),
        List.of(),
        version,
        SubjectKind.valueOf(s.subject().kind().name()),
        s.subject().token(),
        s.owner(),
        s.level().grade(),
        s.level().tier(),
        s.score(),
        time,
        time,
        s.amountMinor(),
        s.region(),
        s.reason(),
        latest,
        advice(s, id, time),
        null,
        null);
  }

  private List<Advice> advice(Suspicion s, String id, long time) {
    if (s.lane() != Lane.MULE) {
      return List.of();
    }
    boolean stop = s.stop() != null && s.subject().kind() == EntityKind.ACCOUNT;
    EntityKey about = s.subject();
    Advice.Kind kind = stop ? Advice.Kind.STOP_PAYMENT : kind(s);
    boolean sim = kind == Advice.Kind.REVERIFY_SIM;
    return List.of(
        new Advice(
            Ids.of(id, kind, about.kind(), about.token()),
            kind,
            about.kind() == EntityKind.ACCOUNT ? about.token() : null,
            about.kind() == EntityKind.PHONE ? about.token() : null,
            about.kind() == EntityKind.PERSON ? about.token() : null,
            stop ? s.stop() : null,
            s.pattern() + (stop ? "_MONEY_THERE" : "_LEAD"),
            sim ? "IDENTIFY_IN_PERSON" : REMEDY,
            time + (stop ? settings.stopFor() : settings.delayFor()).toMillis()));
  }

  /** Somebody is called or visited: until then the card must do no more harm. */
  private static Advice.Kind kind(Suspicion s) {
    if (s.level() == Level.T1) {
      return Advice.Kind.WATCH;
    }
    return s.subject().kind() == EntityKind.PHONE
        ? Advice.Kind.REVERIFY_SIM
        : Advice.Kind.DELAY_PAYMENT;
  }
}
