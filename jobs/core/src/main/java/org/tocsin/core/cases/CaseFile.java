package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.id.Ids;
import org.tocsin.core.warning.Advice;

/**
 * Everything the dissuasion job keeps of one person (of one subject while no person is known).
 *
 * @param owner the person's token, or the subject's
 * @param dossier the open case, or the last one
 * @param formerIds ids of cases before it, newest last
 * @param advice issued and not yet over
 * @param stops which of an account's stops the last one was for this person
 * @param seen hashes of the warnings and outcomes already handled, newest last
 * @param clock when something last happened here, epoch milliseconds; nothing is applied before it
 * @param ended advice that is over, newest last: told again as it was, it is not issued again
 */
@RecordBuilder
public record CaseFile(
    String owner,
    Dossier dossier,
    List<String> formerIds,
    List<LiveAdvice> advice,
    List<StopCount> stops,
    List<Long> seen,
    long clock,
    List<EndedAdvice> ended) {

  /** More than a case's warnings advise in its time; what is older has run out long since. */
  private static final int ENDED_MOST = 64;

  /**
   * @param advice hash of its id
   * @param until as it was advised last, epoch milliseconds
   */
  public record EndedAdvice(long advice, long until) {

    static EndedAdvice of(Advice advice) {
      return new EndedAdvice(Ids.key("advice", advice.adviceId()), advice.until());
    }

    /** Whether this is it, asked for no longer than it was. */
    boolean covers(EndedAdvice told) {
      return advice == told.advice && told.until <= until;
    }
  }

  public CaseFile {
    formerIds = List.copyOf(formerIds);
    advice = List.copyOf(advice);
    stops = List.copyOf(stops);
    seen = List.copyOf(seen);
    ended = ended == null ? List.of() : newest(ended);
  }

  private static List<EndedAdvice> newest(List<EndedAdvice> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - ENDED_MOST), all.size()));
  }

  static CaseFile of(String owner) {
    return new CaseFile(
        owner, null, List.of(), List.of(), List.of(), List.of(), Long.MIN_VALUE, List.of());
  }
}
