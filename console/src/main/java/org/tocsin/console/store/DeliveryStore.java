package org.tocsin.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.console.delivery.Delivery;

/** The outbox of messages: claiming them, what came of them, what the page shows. */
public final class DeliveryStore {

  /** So long a message waits for the warning that says what it is about; then it is general. */
  static final Duration WARNING_PATIENCE = Duration.ofSeconds(5);

  private final Sql sql = Sql.load("delivery.sql");
  private final Jdbi jdbi;

  public DeliveryStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Takes what is to be sent now, the most urgent first. It is this caller's until the lease ends;
   * after that, if nothing was settled, it is anybody's again. Consoles side by side never get the
   * same.
   */
  public List<Delivery> claim(
      Collection<Delivery.Kind> kinds, int most, Instant now, Duration lease) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(sql.get("claim"))
                .bindArray("kinds", String.class, kinds.stream().map(Enum::name).toArray())
                .bind("most", most)
                .bind("now", now)
                .bind("unexplained", now.minus(WARNING_PATIENCE))
                .bind("leaseEnds", now.plus(lease))
                .map((row, c) -> delivery(row))
                .stream()
                .sorted(java.util.Comparator.comparing(Delivery::dueAt))
                .toList());
  }

  /**
   * What came of a try.
   *
   * @param nextAt for WAITING when to try again, for ACCEPTED when to wait no longer
   * @param reference the channel's id; null if it has none
   * @param result of the contract's outcomes, to be told; null while there is none
   * @param problem stable code; null when nothing is wrong
   */
  public record Settled(
      Delivery.State state,
      Instant nextAt,
      String channel,
      String reference,
      String result,
      String problem) {

    /** Whether the channel has been given the person's token with it. */
    boolean given() {
      return state == Delivery.State.ACCEPTED || state == Delivery.State.DONE;
    }
  }

  /** False when a report came first, the task was closed, or the lease has passed on. */
  public boolean settle(Delivery delivery, Settled settled, Instant now) {
    return jdbi.inTransaction(
        h -> {
          boolean settledNow =
              h.createUpdate(sql.get("settle"))
                      .bind("taskId", delivery.taskId())
                      .bind("attempt", delivery.attempt())
                      .bind("tries", delivery.tries())
                      .bind("state", settled.state().name())
                      .bind("nextAt", settled.nextAt())
                      .bind("channel", settled.channel())
                      .bind("reference", settled.reference())
                      .bind("result", settled.result())
                      .bind("problem", settled.problem())
                      .bind("now", now)
                      .execute()
                  == 1;
          if (settled.given()) {
            disclose(h, delivery, settled.channel(), now);
          }
          return settledNow;
        });
  }

  /** Also when the task was closed meanwhile: the channel has it all the same. */
  private void disclose(Handle h, Delivery delivery, String channel, Instant now) {
    h.createUpdate(sql.get("disclose-message"))
        .bind("now", now)
        .bind("channel", channel)
        .bind("caseId", delivery.caseId())
        .bind("taskId", delivery.taskId())
        .bind("attempt", delivery.attempt())
        .execute();
  }

  /** False when nothing waits for this report (any more). */
  public boolean report(Key key, Delivery.Kind kind, String result, String problem, Instant now) {
    boolean dead = result.equals("FAILED");
    return jdbi.withHandle(
        h ->
            h.createUpdate(sql.get("report"))
                    .bind("taskId", key.taskId())
                    .bind("attempt", key.attempt())
                    .bind("kind", kind.name())
                    .bind("state", dead ? Delivery.State.DEAD.name() : Delivery.State.DONE.name())
                    .bind("result", result)
                    .bind("problem", problem)
                    .bind("now", now)
                    .execute()
                == 1);
  }

  public record Key(String taskId, int attempt) {}

  /** What a channel's own id stands for. */
  public Optional<Key> byReference(String channel, String reference) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("by-reference"))
                .bind("channel", channel)
                .bind("reference", reference)
                .map((row, c) -> new Key(row.getString(1), row.getInt(2)))
                .findFirst());
  }

  /** Gives up what was accepted and never reported; how many that were. */
  public int giveUpUnreported(Instant now) {
    return jdbi.withHandle(h -> h.createUpdate(sql.get("no-report")).bind("now", now).execute());
  }

  /**
   * @param at when it was settled
   */
  public record Untold(Delivery delivery, String result, Instant at) {}

  /** Results the dissuasion job has not been told yet, oldest first. */
  public List<Untold> untold(int most) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("untold"))
                .bind("most", most)
                .map(
                    (row, c) ->
                        new Untold(
                            delivery(row),
                            row.getString("result"),
                            Columns.instant(row, "changed_at")))
                .list());
  }

  public void told(Delivery delivery, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(sql.get("told"))
                .bind("taskId", delivery.taskId())
                .bind("attempt", delivery.attempt())
                .bind("now", now)
                .execute());
  }

  /** Sends a dead letter again whose task is still open. */
  public boolean again(String taskId, int attempt, Instant now) {
    return jdbi.withHandle(
        h ->
            h.createUpdate(sql.get("again"))
                    .bind("taskId", taskId)
                    .bind("attempt", attempt)
                    .bind("now", now)
                    .execute()
                == 1);
  }

  /**
   * What the newest warning of a case is about.
   *
   * @param segment what the newest that knows it says of the person; null while none does
   */
  public record Risk(String lane, String pattern, String segment) {}

  public Optional<Risk> risk(String caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("risk"))
                .bind("caseId", caseId)
                .map((row, c) -> new Risk(row.getString(1), row.getString(2), row.getString(3)))
                .findOne());
  }

  /** How many of a kind are in a state: all that are under way, and what ended since then. */
  public record Count(Delivery.Kind kind, Delivery.State state, long messages) {}

  public List<Count> counts(Instant since) {
    return jdbi.withHandle(
        h ->
            h.createQuery(sql.get("counts"))
                .bind("since", since)
                .map(
                    (row, c) ->
                        new Count(
                            Delivery.Kind.valueOf(row.getString(1)),
                            Delivery.State.valueOf(row.getString(2)),
                            row.getLong(3)))
                .list());
  }

  /**
   * A line of the page.
   *
   * @param repeatable whether sending it again would still help: its task is open and nothing was
   *     told
   */
  public record Line(
      Delivery delivery,
      Delivery.State state,
      String channel,
      String result,
      String problem,
      Instant changedAt,
      boolean repeatable) {}

  public List<Line> dead(int most) {
    return lines("dead", most);
  }

  /** What has been tried and is not dead, newest first. */
  public List<Line> newest(int most) {
    return lines("newest", most);
  }

  private List<Line> lines(String statement, int most) {
    return jdbi.withHandle(
        h -> {
          Query query = h.createQuery(sql.get(statement)).bind("most", most);
          return query
              .map(
                  (row, c) ->
                      new Line(
                          delivery(row),
                          Delivery.State.valueOf(row.getString("state")),
                          row.getString("channel"),
                          row.getString("result"),
                          row.getString("problem"),
                          Columns.instant(row, "changed_at"),
                          row.getBoolean("repeatable")))
              .list();
        });
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("task_id"),
        row.getInt("attempt"),
        row.getString("case_id"),
        row.getString("person"),
        Delivery.Kind.valueOf(row.getString("kind")),
        row.getInt("tries"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "due_at"));
  }
}
