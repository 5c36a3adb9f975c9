package org.tocsin.core.cases;

import java.util.OptionalLong;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.warning.Warning;

/** What moves a case, beside time. New members go at the end: bytes in flight carry the place. */
public sealed interface CaseInput permits CaseInput.WarningRaised, CaseInput.OutcomeReported {

  /**
   * The state key of the person the case is about (of the subject while no person is known). A case
   * id carries it and goes first: so a case opened before its person was known still gets the
   * outcomes that name it.
   */
  long key();

  /** When it came to the centre, epoch milliseconds. */
  long time();

  /** A suspicion, from detection. */
  record WarningRaised(Warning warning) implements CaseInput {

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
      return warning.detectedAt();
    }
  }

  /** What a team found. */
  record OutcomeReported(Outcome outcome) implements CaseInput {

    @Override
    public long key() {
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
}
