package org.tocsin.core.event;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of an attempt to dissuade. At least one of caseId and person is set.
 *
 * @param account the payee the outcome is about; null when it is about none
 * @param conclusion null while the matter is open
 * @param checklist the officer's answers, text by item; never null, may be empty
 */
@RecordBuilder
public record Outcome(
    String eventId,
    String source,
    long eventTime,
    String caseId,
    String person,
    Step step,
    Result result,
    Conclusion conclusion,
    String officer,
    String unit,
    String account,
    String note,
    Map<String, String> checklist)
    implements Event {

  public Outcome {
    // Map.copyOf has another order in every process; what is written must be the same in each.
    checklist =
        checklist == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(checklist));
  }

  @Override
  public Stream stream() {
    return Stream.OUTCOME;
  }

  public enum Step {
    SMS,
    CALL,
    FAMILY,
    VISIT,
    STOP_PAYMENT,
    FOLLOW_UP,
    APPEAL
  }

  public enum Result {
    DELIVERED,
    FAILED,
    REACHED,
    NO_ANSWER,
    BUSY,
    EVADED,
    FORWARDED,
    ACCEPTED,
    REFUSED,
    RELEASED;

    /** Tried, and the person was not spoken to: answered but evaded counts as not contacted. */
    public boolean unreached() {
      return switch (this) {
        case NO_ANSWER, BUSY, EVADED, FORWARDED -> true;
        default -> false;
      };
    }
  }

  public enum Conclusion {
    SCAM_STOPPED,
    SCAM_ALREADY_PAID,
    NOT_SCAM,
    UNREACHED,
    REFUSED_TO_BELIEVE,
    VICTIM_TURNED_MULE,
    DUPLICATE
  }
}
