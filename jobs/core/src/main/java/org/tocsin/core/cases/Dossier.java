package org.tocsin.core.cases;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.warning.Level;

/**
 * One case: where it stands and what is still to be done. Times are epoch milliseconds.
 *
 * @param otherIds ids under which detection also named it; outcomes that use them find this case
 * @param conclusion what has come of it so far; null while nothing has
 * @param concludedBy (eventTime, source, eventId) order of the word that gave the conclusion; null
 *     before
 * @param contacted whether the person was spoken to since the case last asked for action
 * @param familyAsked whether the family was asked since then: disclosure is made once
 * @param moneyMoved whether a payment is among the evidence
 * @param callRound 1, 2, … of the rounds of calls at this level
 * @param callFrom when the running round of calls began
 * @param supervisedRound 0 while not supervised
 * @param made how many tasks of each kind were made, by the kind's ordinal; task ids come from it
 * @param lastWarning id of the warning that came last
 * @param region of the last warning that named one; null before
 * @param stopAsked whether the bank was asked about all payees known so far
 * @param taken which unit took tasks of a kind over, the latest of each kind
 * @param amountMinor the largest amount at risk that a warning named; null when none did
 * @param movedTo the person whose the account turned out to be under which the case was opened;
 *     null while unknown, and for a person's own case
 * @param suspectOnly whether every warning so far takes the person for a mule
 */
@RecordBuilder
public record Dossier(
    String caseId,
    List<String> otherIds,
    CaseState state,
    int revision,
    Level level,
    long openedAt,
    long changedAt,
    Outcome.Conclusion conclusion,
    Concluded concludedBy,
    boolean contacted,
    boolean familyAsked,
    boolean moneyMoved,
    int callRound,
    long callFrom,
    int supervisedRound,
    List<Integer> made,
    List<OpenTask> tasks,
    List<Alarm> alarms,
    String lastWarning,
    String region,
    boolean stopAsked,
    List<Taken> taken,
    Long amountMinor,
    String movedTo,
    boolean suspectOnly) {

  public Dossier {
    otherIds = List.copyOf(otherIds);
    made = List.copyOf(made);
    tasks = List.copyOf(tasks);
    alarms = List.copyOf(alarms);
    taken = taken == null ? List.of() : List.copyOf(taken);
  }

  /** Tasks of the kind go to this unit. */
  public record Taken(Task.Kind kind, String unit) {}

  /** Which outcome concluded: of two, the one that happened later counts, in whatever order. */
  public record Concluded(long eventTime, String source, String eventId)
      implements Comparable<Concluded> {

    static Concluded by(Outcome outcome) {
      return new Concluded(outcome.eventTime(), outcome.source(), outcome.eventId());
    }

    @Override
    public int compareTo(Concluded other) {
      int byTime = Long.compare(eventTime, other.eventTime);
      int bySource = byTime != 0 ? byTime : source.compareTo(other.source);
      return bySource != 0 ? bySource : eventId.compareTo(other.eventId);
    }
  }

  boolean closed() {
    return state == CaseState.CLOSED;
  }

  boolean named(String id) {
    return caseId.equals(id) || otherIds.contains(id);
  }

  /** Whether anybody was ever asked for it in this case. */
  boolean everMade(Task.Kind kind) {
    return kind.ordinal() < made.size() && made.get(kind.ordinal()) > 0;
  }

  boolean has(Task.Kind kind) {
    return tasks.stream().anyMatch(task -> task.is(kind));
  }
}
