package org.tocsin.console.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads the operator's queue: warnings held back by the rule breaker, outcomes no case can use. */
public final class QueueStore {

  private final Sql sql = Sql.load("queue.sql");
  private final Jdbi jdbi;

  public QueueStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many warnings wait for the operator. */
  public long waiting() {
    return jdbi.withHandle(h -> h.createQuery(sql.get("waiting")).mapTo(Long.class).one());
  }

  /**
   * A pattern that is held back.
   *
   * @param held warnings that wait
   * @param since when the first of them was held
   * @param goesOnAt when the first of them goes on by itself; null if unknown
   * @param recent warnings in the fullest window; null if unknown
   * @param usual warnings such a window usually brings; null if unknown
   * @param reason the gate's sentence on the latest
   */
  public record Pattern(
      String pattern,
      long held,
      Instant since,
      Instant goesOnAt,
      Long recent,
      Long usual,
      String reason) {}

  /** The fullest first. */
  public List<Pattern> patterns() {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("patterns"))
                .map(
                    (r, c) ->
                        new Pattern(
                            r.getString("pattern"),
                            r.getLong("held"),
                            Columns.instant(r, "since"),
                            Columns.instant(r, "goes_on_at"),
                            r.getObject("recent", Long.class),
                            r.getObject("usual", Long.class),
                            r.getString("reason")))
                .list());
  }

  /**
   * A warning that waits.
   *
   * @param reasonZh null when the warning itself has not been told yet, as is reasonEn
   */
  public record Warning(
      String heldId,
      String caseId,
      String pattern,
      String grade,
      Instant heldAt,
      Instant goesOnAt,
      String reasonZh,
      String reasonEn) {}

  /** What goes on by itself soonest comes first. */
  public List<Warning> warnings(int most) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("warnings"))
                .bind("most", most)
                .map(
                    (r, c) ->
                        new Warning(
                            r.getString("held_id"),
                            r.getString("case_id"),
                            r.getString("pattern"),
                            r.getString("grade"),
                            Columns.instant(r, "held_at"),
                            Columns.instant(r, "goes_on_at"),
                            r.getString("reason_zh"),
                            r.getString("reason_en")))
                .list());
  }

  public boolean holdsCase(String caseId) {
    return holds("held-case", caseId);
  }

  public boolean holdsPattern(String pattern) {
    return holds("held-pattern", pattern);
  }

  private boolean holds(String statement, String about) {
    return jdbi.withHandle(
        h -> h.createQuery(sql.get(statement)).bind("about", about).mapTo(Boolean.class).one());
  }

  /**
   * An outcome that no case could use.
   *
   * @param caseId null when it named none
   * @param what its step and result
   */
  public record Unmatched(
      String heldId,
      String caseId,
      String source,
      String eventId,
      String reasonCode,
      String what,
      Instant at) {}

  /** The latest first. */
  public List<Unmatched> unmatched(int most) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("unmatched"))
                .bind("most", most)
                .map(
                    (r, c) ->
                        new Unmatched(
                            r.getString("held_id"),
                            r.getString("case_id"),
                            r.getString("source"),
                            r.getString("event_id"),
                            r.getString("reason_code"),
                            r.getString("reason"),
                            Columns.instant(r, "changed_at")))
                .list());
  }
}
