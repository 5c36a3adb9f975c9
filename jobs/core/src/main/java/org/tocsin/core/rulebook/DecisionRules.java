package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * From assessments to warnings.
 *
 * @param quiet the same pattern does not warn a person again within it, except upwards
 * @param watchQuiet the same for leads on cards, which a carrier or bank has for days
 * @param reopenWithin a new warning so soon after a conclusion reopens the case
 * @param legitimateFor how long a payee found to be no scam holds warnings back
 * @param onWatchFor how long a person stays on watch after a failed dissuasion
 * @param weakWindow weak signs add up over this time
 * @param weakSumMin so much in all makes a warning of level T2
 * @param weakScoreMin an assessment of a lower score is no sign: it may well be chance
 * @param weakWeights weight of each weak sign by its name
 * @param stopFor how long a stop-payment advice lasts
 * @param delayFor how long any other advice lasts
 * @param segmentPoints by segment (as card openings name it) and row: what belonging to it adds to
 *     a victim's score, and to the sum of weak signs
 * @param oddHourPoints what a payment at an unusual hour adds to a victim's score
 * @param oddDevicePoints what one on an unusual device adds
 * @param oddRegionPoints what one from an unusual region adds
 * @param habitPaymentsMin with fewer payments known no hour, device or region is unusual
 * @param habitHours an hour is usual when a payment known was no further from it on the clock
 */
public record DecisionRules(
    Duration quiet,
    Duration watchQuiet,
    Duration reopenWithin,
    Duration legitimateFor,
    Duration onWatchFor,
    Duration weakWindow,
    int weakSumMin,
    int weakScoreMin,
    Map<String, Integer> weakWeights,
    Duration stopFor,
    Duration delayFor,
    Map<String, Map<String, Integer>> segmentPoints,
    int oddHourPoints,
    int oddDevicePoints,
    int oddRegionPoints,
    int habitPaymentsMin,
    int habitHours)
    implements Serializable {}
