package org.tocsin.console.store;

import java.time.Instant;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/**
 * A case as the list shows it.
 *
 * @param state null while only warnings told of it
 * @param pattern of the newest warning; null while no warning arrived, as its reason
 * @param amountMinor the largest amount at risk any of its warnings named; null if none
 * @param nextTask the open task that is due first; null if none is open
 * @param overdue the deepest colour of its open tasks
 */
public record CaseCard(
    String caseId,
    String owner,
    String state,
    int revision,
    Grade grade,
    Tier tier,
    Instant openedAt,
    Instant changedAt,
    String conclusion,
    int warnings,
    String lane,
    String pattern,
    String reasonZh,
    String reasonEn,
    Long amountMinor,
    String region,
    String nextTask,
    Instant nextDue,
    Task.Overdue overdue,
    boolean closed) {}
