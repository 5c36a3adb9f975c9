package org.tocsin.core.cases;

import java.util.OptionalLong;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.warning.Warning;

/** What moves a case, beside time. New members go at the end: bytes in flight carry the place. */
public sealed interface CaseInput
    permits CaseInput.WarningRaised,
        CaseInput.OutcomeReported,
        CaseInput.OwnerKnown,
        CaseInput.Unowned {

  /**
   * The state key of the person the case is about (of the subject while no person is known). A case
   * id carries it and goes first: so a case opened before its person was known still gets the
   * outcomes that name it.
   */
  long key();

  /** When it came to the centre, epoch milliseconds. */
  long time();

  /**
   * A suspicion, from detection.
   *
   * @param goesOnAt when it went on after it was held back, epoch milliseconds; 0 when it was not
   */
  record WarningRaised(Warning warning, long goesOnAt) implements CaseInput {

    public WarningRaised(Warning warning) {
      this(warning, 0);
    }

    @Override
    public long key() {
      OptionalLong owner = CaseIds.ownerKey(warning.caseId());
      if (owner.isPresent()) {
        return owner.getAsLong();
      }
      return warning.person() == null
          ? EntityKey.of(warning.subjectKind(), warning.subject()).hash()
          : EntityKey.person(warning.person()).hash();
    }

    /** Deadlines count from here: evidence that came a day late leaves no time to the teams. */
    @Override
    public long time() {
      return goesOnAt == 0 ? warning.detectedAt() : goesOnAt;
    }
  }

  /**
   * What a team found.
   *
   * @param movedTo the person whose the account turned out to be under which the case it names was
   *     opened; null when it is for the case it names
   */
  record OutcomeReported(Outcome outcome, String movedTo) implements CaseInput {

    public OutcomeReported(Outcome outcome) {
      this(outcome, null);
    }

    @Override
    public long key() {
      if (movedTo != null) {
        return EntityKey.person(movedTo).hash();
      }
      OptionalLong owner = CaseIds.ownerKey(outcome.caseId());
      if (owner.isPresent()) {
        return owner.getAsLong();
      }
      return outcome.person() == null
          ? Ids.key("case", outcome.caseId())
          : EntityKey.person(outcome.person()).hash();
    }

    @Override
    public long time() {
      return outcome.eventTime();
    }
  }

  /**
   * It became known whose an account or phone is: a case opened under it is the person's.
   *
   * @param caseId of the warning that says so: the person's case
   * @param time when that was found, epoch milliseconds
   */
  record OwnerKnown(EntityKey subject, String person, String caseId, long time)
      implements CaseInput {

    @Override
    public long key() {
      return subject.hash();
    }
  }

  /** For the gate: a warning about somebody yet unknown, kept until it is known who it is. */
  record Unowned(Warning warning) implements CaseInput {

    @Override
    public long key() {
      return EntityKey.of(warning.subjectKind(), warning.subject()).hash();
    }

    @Override
    public long time() {
      return warning.detectedAt();
    }
  }
}
