package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/**
 * A line in the life of a case.
 *
 * @param person the person, or the subject while no person is known
 * @param revision 1, 2, … of the case's own changes
 * @param openedAt epoch milliseconds
 * @param changedAt epoch milliseconds
 * @param because why it changed, a stable code with the id or time that caused it
 * @param conclusion what has come of it so far, final while CLOSED; null while nothing has
 */
@RecordBuilder
public record CaseChange(
    String caseId,
    String person,
    CaseState state,
    int revision,
    Grade grade,
    Tier tier,
    long openedAt,
    long changedAt,
    String because,
    Outcome.Conclusion conclusion)
    implements CaseOutput {}
