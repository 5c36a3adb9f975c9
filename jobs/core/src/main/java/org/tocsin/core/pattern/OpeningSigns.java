package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/** What the rows about card openings have in common. */
final class OpeningSigns {

  private OpeningSigns() {}

  /** What the counter is asked to do while the card is only applied for. */
  enum AtCounter {
    REFUSE(Advice.Kind.REFUSE_OPENING),
    PROMPT(Advice.Kind.TELLER_PROMPT);

    private final Advice.Kind kind;

    AtCounter(Advice.Kind kind) {
      this.kind = kind;
    }

    Advice.Kind kind() {
      return kind;
    }
  }

  /** About the applicant; a SIM that is open already is verified, an account watched. */
  static Proposal proposal(Signal application, AtCounter atCounter, String reasonCode) {
    EntityKey open = application.other();
    if (open == null) {
      return new Proposal(
          atCounter.kind(), EntityKey.person(application.subject()), null, reasonCode);
    }
    Advice.Kind kind =
        open.kind() == EntityKind.PHONE ? Advice.Kind.REVERIFY_SIM : Advice.Kind.WATCH;
    return new Proposal(kind, open, null, reasonCode);
  }

  /** Of the lowest level, about the applicant; coming from elsewhere only weighs (O5). */
  static Assessment assessment(
      Signal application,
      List<Signal> signals,
      int score,
      Text reason,
      Proposal advice,
      O5OutOfProvince elsewhere) {
    return new Assessment(
        Level.T1,
        Math.min(100, score + elsewhere.points(application)),
        null,
        elsewhere.said(reason, application),
        application,
        signals,
        application.subjectKind(),
        application.subject(),
        application.region(),
        List.of(advice));
  }

  static String stageZh(Signal application) {
    return application.other() == null ? "申请" : "已开";
  }

  static String stageEn(Signal application) {
    return application.other() == null ? "applied for" : "opened";
  }
}
