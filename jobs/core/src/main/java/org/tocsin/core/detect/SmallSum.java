package org.tocsin.core.detect;

/**
 * A small payment to somebody new, for as long as something may come back for it.
 *
 * @param id hash of its signal's id
 * @param time epoch milliseconds
 * @param payee hash of the account paid
 * @param source of the event that told of it
 * @param firm a company or an exchange was paid
 * @param owner hash of the person whose the account paid is; 0 while unknown
 */
public record SmallSum(
    long id,
    long time,
    long amountMinor,
    long payee,
    String source,
    String eventId,
    boolean firm,
    long owner) {}
