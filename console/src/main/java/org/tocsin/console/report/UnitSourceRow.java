package org.tocsin.console.report;

/**
 * What a unit had to do for the warnings of one source: tasks made in the period, where they stand
 * now.
 *
 * @param unit empty where tasks carry none
 * @param source the institution whose event completed the case's first warning; empty while none
 *     has arrived
 * @param cases they belong to
 * @param over past their deadline, done or not
 */
public record UnitSourceRow(
    String unit, String source, long cases, long given, long done, long over) {}
