package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.detect.Decisions.Judged;
import org.tocsin.core.detect.PersonHistory.CaseRef;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.pattern.AssessmentBuilder;
import org.tocsin.core.pattern.Proposal;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** Makes warnings of assessments. */
final class WarningMaker implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What the person concerned can do: ask the anti-fraud line, or appeal at the branch. */
  static final String REMEDY_APPEAL = "APPEAL_AT_BRANCH_OR_96110";

  static final String REMEDY_IDENTIFY = "IDENTIFY_IN_PERSON";

  private final String rulesVersion;
  private final DecisionRules settings;

  WarningMaker(Rulebook rules) {
    this.rulesVersion = rules.version();
    this.settings = rules.detection().decision();
  }

  /** One level up, said so in the reason. */
  Assessment raised(Assessment assessment) {
    return AssessmentBuilder.builder(assessment)
        .level(assessment.level().next())
        .score(Math.min(100, assessment.score() + 10))
        .reason(
            new Text(
                assessment.reason().zh() + "此前劝阻未果，提级处置。",
                assessment.reason().en() + " An earlier dissuasion failed: raised by one level."))
        .build();
  }

  static boolean watchOnly(Assessment assessment) {
    return assessment.level().tier() == Tier.SMS
        && assessment.advice().size() == 1
        && assessment.advice().get(0).kind() == Advice.Kind.WATCH;
  }

  String id(long key, Judged judged) {
    Assessment assessment = judged.assessment();
    return Ids.of(judged.row().id(), key, assessment.first().signalId(), assessment.level());
  }

  /** Of the last event matched, epoch milliseconds. */
  static long eventTime(Assessment assessment) {
    long last = Long.MIN_VALUE;
    for (Signal signal : assessment.signals()) {
      for (Evidence each : signal.evidence()) {
        last = Math.max(last, each.eventTime());
      }
    }
    return last;
  }

  Warning make(
      Judged judged,
      List<String> also,
      String warningId,
      CaseRef ref,
      PersonHistory history,
      long now) {
    Assessment assessment = judged.assessment();
    Level level = assessment.level();
    String person = person(assessment);
    return new Warning(
        warningId,
        ref.caseId(),
        ref.revision(),
        assessment.lane() == null ? judged.row().lane() : assessment.lane(),
        judged.row().id(),
        also,
        rulesVersion,
        assessment.subjectKind(),
        assessment.subject(),
        person,
        level.grade(),
        level.tier(),
        assessment.score(),
        eventTime(assessment),
        now,
        assessment.amountAtRiskMinor(),
        assessment.region(),
        assessment.reason(),
        Evidence.once(
            assessment.signals().stream().flatMap(each -> each.evidence().stream()).toList()),
        advice(assessment, warningId, person),
        person == null ? null : formerSubjects(history.former()),
        person == null || history.segment() == null ? null : history.segment().segment());
  }

  private static List<Warning.FormerSubject> formerSubjects(List<EntityKey> former) {
    return former.stream()
        .map(each -> new Warning.FormerSubject(subjectKind(each.kind()), each.token()))
        .toList();
  }

  private static SubjectKind subjectKind(EntityKind kind) {
    return kind == EntityKind.PHONE ? SubjectKind.PHONE : SubjectKind.ACCOUNT;
  }

  private static String person(Assessment assessment) {
    if (assessment.subjectKind() == SubjectKind.PERSON) {
      return assessment.subject();
    }
    return assessment.signals().stream()
        .map(Signal::person)
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  private List<Advice> advice(Assessment assessment, String warningId, String person) {
    List<Advice> advice = new ArrayList<>();
    long time = eventTime(assessment);
    for (Proposal proposal : assessment.advice()) {
      EntityKey about = proposal.about();
      if (about == null) {
        about =
            person == null
                ? EntityKey.of(assessment.subjectKind(), assessment.subject())
                : EntityKey.person(person);
      }
      boolean stop = proposal.kind() == Advice.Kind.STOP_PAYMENT;
      advice.add(
          new Advice(
              Ids.of(warningId, proposal.kind(), about.kind(), about.token()),
              proposal.kind(),
              about.kind() == EntityKind.ACCOUNT ? about.token() : null,
              about.kind() == EntityKind.PHONE ? about.token() : null,
              about.kind() == EntityKind.PERSON ? about.token() : null,
              proposal.amountMinor(),
              proposal.reasonCode(),
              remedy(proposal.kind()),
              until(assessment, about, stop, time)));
    }
    return advice;
  }

  private long until(Assessment assessment, EntityKey about, boolean stop, long time) {
    return stop
        ? lastPaid(assessment, about, time) + settings.stopFor().toMillis()
        : time + settings.delayFor().toMillis();
  }

  /** When this payee was paid last: a payment to another does not prolong its stop. */
  private static long lastPaid(Assessment assessment, EntityKey payee, long otherwise) {
    return assessment.signals().stream()
        .filter(signal -> payee.equals(signal.other()))
        .mapToLong(signal -> signal.lastEvidence().eventTime())
        .max()
        .orElse(otherwise);
  }

  private static String remedy(Advice.Kind kind) {
    return switch (kind) {
      case REVERIFY_SIM, REFUSE_OPENING -> REMEDY_IDENTIFY;
      case TELLER_PROMPT, DELAY_PAYMENT, STOP_PAYMENT, WATCH -> REMEDY_APPEAL;
    };
  }
}
