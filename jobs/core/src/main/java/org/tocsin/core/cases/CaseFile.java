package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

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
 */
@RecordBuilder
public record CaseFile(
    String owner,
    Dossier dossier,
    List<String> formerIds,
    List<LiveAdvice> advice,
    List<StopCount> stops,
    List<Long> seen,
    long clock) {

  public CaseFile {
    formerIds = List.copyOf(formerIds);
    advice = List.copyOf(advice);
    stops = List.copyOf(stops);
    seen = List.copyOf(seen);
  }

  static CaseFile of(String owner) {
    return new CaseFile(owner, null, List.of(), List.of(), List.of(), List.of(), Long.MIN_VALUE);
  }
}
