package org.tocsin.console.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Deletes what is older than it may be kept. */
public final class RetentionStore {

  /** All that belongs to a case, in the order in which it can be found. */
  private static final List<String> OF_A_CASE =
      List.of(
          "advice",
          "warnings",
          "changes",
          "tasks",
          "outcomes",
          "case-deliveries",
          "tokens",
          "cards");

  private final Sql sql = Sql.load("retention.sql");
  private final IntakeStore intake = new IntakeStore();
  private final Jdbi jdbi;

  public RetentionStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Deletes some of what is older.
   *
   * @param cases closed cases, and such as were never taken up, that changed last before this
   * @param events what belongs to no case, stored before this
   * @param deliveries messages that ended before this
   * @return rows by what they were; all 0 when nothing is left to delete
   */
  public Map<String, Integer> delete(Instant cases, Instant events, Instant deliveries) {
    Map<String, Integer> deleted = new LinkedHashMap<>();
    jdbi.useTransaction(h -> deleteCases(h, cases, deleted));
    jdbi.useHandle(
        h -> {
          deleted.merge("deliveries", run(h, "old-deliveries", deliveries), Integer::sum);
          deleted.merge("outcomes", run(h, "old-outcomes", events), Integer::sum);
          deleted.put("rejected", run(h, "old-rejected", events));
          deleted.put("queue", run(h, "old-queue", events));
          deleted.put("attempts", run(h, "old-attempts", events));
          deleted.put("links", run(h, "old-links", events));
          deleted.put("traces", run(h, "old-traces", events));
        });
    return deleted;
  }

  private void deleteCases(Handle h, Instant cases, Map<String, Integer> deleted) {
    // A batch that is being written must not derive the card of a case that is being deleted.
    intake.lock(h);
    List<String> caseIds =
        h.createQuery(sql.get("old-cases")).bind("cases", cases).mapTo(String.class).list();
    for (String part : OF_A_CASE) {
      int rows =
          caseIds.isEmpty()
              ? 0
              : h.createUpdate(sql.get(part)).bindArray("caseIds", String.class, caseIds).execute();
      deleted.put(part.equals("case-deliveries") ? "deliveries" : part, rows);
    }
  }

  private int run(Handle h, String statement, Instant before) {
    String name = statement.equals("old-deliveries") ? "deliveries" : "events";
    return h.createUpdate(sql.get(statement)).bind(name, before).execute();
  }
}
