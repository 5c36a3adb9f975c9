package org.tocsin.local.city.world;

/**
 * What an institution's reports hold; no two are alike.
 *
 * @param balances says the balance after a transaction, of its own accounts
 * @param pendingFirst announces larger transfers as PENDING and settles them later
 * @param namesPersons says whose its accounts are on every transaction
 * @param reportsIncoming reports what its accounts receive from other banks too
 */
public record Bank(
    String code,
    boolean balances,
    boolean pendingFirst,
    boolean namesPersons,
    boolean reportsIncoming) {}
