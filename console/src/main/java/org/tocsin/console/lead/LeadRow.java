package org.tocsin.console.lead;

import java.time.Instant;
import java.util.List;

/**
 * A warning of a suspected mule or a risky opening, as the leads are made of it.
 *
 * @param subjectKind PERSON, ACCOUNT or PHONE
 * @param accounts named by its advice, as are phones
 * @param grade rank of the grade, as is tier
 * @param events what its evidence names, each as one text
 * @param ofTheDay whether the list's day brought it; false for what was known before
 * @param conclusion of its case; null while there is none
 */
public record LeadRow(
    String owner,
    String subject,
    String subjectKind,
    List<String> accounts,
    List<String> phones,
    String warningId,
    String caseId,
    String pattern,
    int grade,
    int tier,
    Instant at,
    Long amountMinor,
    String region,
    String reasonZh,
    String reasonEn,
    List<String> events,
    boolean ofTheDay,
    String conclusion) {}
