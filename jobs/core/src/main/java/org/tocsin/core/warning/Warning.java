package org.tocsin.core.warning;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;

/**
 * A suspected victim, mule or risky opening. Field by field as the contract has it.
 *
 * @param warningId the same events and rules give the same id, on every run
 * @param revision 1, 2, … within the case
 * @param pattern id of a row of the domain pages; the others that completed with it stand in {@code
 *     alsoPatterns}
 * @param person null while unknown
 * @param score 0–100
 * @param eventTime of the last event matched, epoch milliseconds
 * @param detectedAt wall clock; in a replay the event-time clock; epoch milliseconds
 * @param amountAtRiskMinor null when none is known
 * @param region GB/T 2260 code; null when unknown
 * @param evidence at least one; the last matched event is last
 * @param advice may be empty
 * @param formerSubjects accounts and phones of the person about which something was found before it
 *     was known whose they are; null when there are none
 * @param segment group the person belongs to, as a card-opening record said; null while unknown
 */
@RecordBuilder
public record Warning(
    String warningId,
    String caseId,
    int revision,
    Lane lane,
    String pattern,
    List<String> alsoPatterns,
    String rulesVersion,
    SubjectKind subjectKind,
    String subject,
    String person,
    Grade grade,
    Tier tier,
    int score,
    long eventTime,
    long detectedAt,
    Long amountAtRiskMinor,
    String region,
    Text reason,
    List<Evidence> evidence,
    List<Advice> advice,
    List<FormerSubject> formerSubjects,
    CardOpening.Segment segment) {

  public Warning {
    alsoPatterns = List.copyOf(alsoPatterns);
    evidence = List.copyOf(evidence);
    advice = List.copyOf(advice);
    boolean none = formerSubjects == null || formerSubjects.isEmpty();
    formerSubjects = none ? null : List.copyOf(formerSubjects);
  }

  /** An account or phone: a case under it is the person's. */
  public record FormerSubject(SubjectKind subjectKind, String subject) {}

  /** The person the case is about, or the subject while no person is known. */
  public String caseOwner() {
    return person == null ? subject : person;
  }

  /**
   * How much it says of whatever the person had to do with, to others who had to do with it too: as
   * grave as it is, unless nothing speaks for it but that much was paid to somebody new. Such a
   * warning rests on what is known of the payee anyway, so several together say no more of the
   * payee: a seller, or a buyer of a house whose relatives all lend.
   */
  public Level levelToOthers() {
    boolean paymentsAlone =
        pattern.equals("V6")
            && alsoPatterns.isEmpty()
            && evidence.stream().allMatch(each -> each.stream() == Stream.TRANSACTION);
    return paymentsAlone ? Level.T1 : Level.of(grade);
  }

  /** Tier SMS with WATCH as its only advice: observed, and no task is made. */
  public boolean watchOnly() {
    return tier == Tier.SMS && advice.size() == 1 && advice.get(0).kind() == Advice.Kind.WATCH;
  }
}
