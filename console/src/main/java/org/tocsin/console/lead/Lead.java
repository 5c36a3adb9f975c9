package org.tocsin.console.lead;

import java.time.Instant;
import java.util.Set;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/**
 * A person, or a group that the linking job holds together, with all cards known of them.
 *
 * @param leadId the cluster's id, or the person's case while there is no cluster: the same on every
 *     day on which they are named
 * @param persons tokens; an account or phone while nobody knows whose it is
 * @param accounts bank cards, tokens
 * @param phones tokens
 * @param patterns the rows they were warned of by, most specific last as they came
 * @param warnings how many the day brought
 * @param first when any of them was first warned of
 * @param amountMinor the largest amount at risk a warning named, in fen; null if none did
 * @param region of the latest warning that has one; null if none has
 * @param victims persons of the same cluster who were warned as victims, and those whose case names
 *     one of the accounts
 * @param events different events that the day's warnings rest on
 * @param leftMinor what the newest word of fund traces says can still be stopped on its accounts,
 *     in fen; null without a trace
 * @param conclusions what became of their cases, as far as they are concluded
 */
public record Lead(
    String leadId,
    Set<String> persons,
    Set<String> accounts,
    Set<String> phones,
    Set<String> cases,
    Set<String> patterns,
    Grade grade,
    Tier tier,
    int warnings,
    Instant first,
    Instant last,
    Long amountMinor,
    String region,
    int victims,
    int events,
    Set<String> conclusions,
    String reasonZh,
    String reasonEn,
    Long leftMinor) {}
