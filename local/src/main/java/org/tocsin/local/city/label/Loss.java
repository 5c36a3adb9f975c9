package org.tocsin.local.city.label;

/**
 * Money that left.
 *
 * @param eventTime when it was settled, epoch milliseconds
 */
public record Loss(long eventTime, long amountMinor) {}
