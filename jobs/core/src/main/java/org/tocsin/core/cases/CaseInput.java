package org.tocsin.core.cases;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/** What moves a case, beside time. New members go at the end: bytes in flight carry the place. */
public sealed interface CaseInput
    permits CaseInput.WarningRaised,
        CaseInput.OutcomeReported,
        CaseInput.OwnerKnown,
        CaseInput.Unowned,
        CaseInput.StopAdvised,
        CaseInput.StopReleased {

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
   * @param stopped the account it says was stopped or frozen; null when it says no such thing, or
   *     nobody knows of which
   * @param answer what that is in view of all the stops of the account; null before it was asked
   */
  record OutcomeReported(Outcome outcome, String movedTo, String stopped, StopAnswer answer)
      implements CaseInput {

    public OutcomeReported(Outcome outcome) {
      this(outcome, null, null, null);
    }

    public OutcomeReported movedTo(String person) {
      return new OutcomeReported(outcome, person, stopped, answer);
    }

    public OutcomeReported stopped(String account) {
      return new OutcomeReported(outcome, movedTo, account, answer);
    }

    OutcomeReported answered(StopAnswer given) {
      return new OutcomeReported(outcome, movedTo, stopped, given);
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

  /**
   * A warning advises to stop an account. Noted at the gate; asked at the account; told to the case
   * only when the account may not be stopped any more.
   */
  record StopAdvised(WarningRaised raised, String account) implements CaseInput {

    /** Of each account that the warning advises to stop, once. */
    public static List<StopAdvised> of(WarningRaised raised) {
      return raised.warning().advice().stream()
          .filter(advice -> advice.kind() == Advice.Kind.STOP_PAYMENT)
          .map(Advice::account)
          .filter(Objects::nonNull)
          .distinct()
          .map(account -> new StopAdvised(raised, account))
          .toList();
    }

    @Override
    public long key() {
      return raised.key();
    }

    @Override
    public long time() {
      return raised.time();
    }
  }

  /**
   * For the account: it is no longer held for a case.
   *
   * @param holder state key of the case
   * @param time epoch milliseconds
   */
  record StopReleased(String account, long holder, long time) implements CaseInput {

    @Override
    public long key() {
      return holder;
    }
  }
}
