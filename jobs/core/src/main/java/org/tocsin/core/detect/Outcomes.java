package org.tocsin.core.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;

/** What an outcome means to detection. */
final class Outcomes {

  /** Steps besides the visit in which somebody speaks with the person. */
  private static final Set<Outcome.Step> TALKS =
      EnumSet.of(Outcome.Step.CALL, Outcome.Step.FOLLOW_UP);

  private Outcomes() {}

  /** The centre's call came to nothing: busy, evaded, forwarded, no answer. */
  static Optional<Signal> contactFailed(Outcome outcome, String known) {
    String person = outcome.person() == null ? known : outcome.person();
    if (outcome.step() != Outcome.Step.CALL || !outcome.result().unreached()) {
      return Optional.empty();
    }
    return Optional.of(
        SignalBuilder.builder()
            .signalId(Ids.of(SignalKind.CONTACT_FAILED, outcome.source(), outcome.eventId()))
            .kind(SignalKind.CONTACT_FAILED)
            .subjectKind(SubjectKind.PERSON)
            .subject(person == null ? outcome.caseId() : person)
            .person(person)
            .eventTime(outcome.eventTime())
            .endTime(outcome.eventTime())
            .strength(30)
            .evidence(List.of(Evidence.of(outcome, "the centre's call did not get through")))
            .build());
  }

  /** A visit in vain, or a person who would not believe it, whether concluded so or only told. */
  static boolean failedDissuasion(Outcome outcome) {
    boolean visitInVain =
        outcome.step() == Outcome.Step.VISIT
            && (outcome.result().unreached()
                || outcome.result() == Outcome.Result.FAILED
                || outcome.result() == Outcome.Result.REFUSED);
    boolean wouldNotListen =
        outcome.conclusion() == null
            && TALKS.contains(outcome.step())
            && outcome.result() == Outcome.Result.REFUSED;
    return outcome.conclusion() == Outcome.Conclusion.REFUSED_TO_BELIEVE
        || visitInVain
        || wouldNotListen;
  }

  /** Ends the case. Somebody unreached or unconvinced is not done with. */
  static boolean concludes(Outcome outcome) {
    if (outcome.conclusion() == null) {
      return false;
    }
    return switch (outcome.conclusion()) {
      case SCAM_STOPPED, SCAM_ALREADY_PAID, NOT_SCAM, VICTIM_TURNED_MULE, DUPLICATE -> true;
      case UNREACHED, REFUSED_TO_BELIEVE -> false;
    };
  }
}
