package org.tocsin.console.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The append-only log of disclosures. Family tasks and messages are written where their tasks are
 * stored and settled; here pages write that they showed a case.
 */
public final class DisclosureStore {

  public static final int LIST_LENGTH = 200;

  private final Jdbi jdbi;

  public DisclosureStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What a case is opened for. */
  public enum Purpose {
    CASE_WORK,
    SPOT_CHECK,
    SUPERVISION;

    /** The one of this name; work on the case for anything else. */
    public static Purpose of(String name) {
      return Arrays.stream(values())
          .filter(each -> each.name().equals(name))
          .findFirst()
          .orElse(CASE_WORK);
    }
  }

  /**
   * @param id counts up
   * @param kind CASE_SHOWN, FAMILY_TASK or MESSAGE
   * @param recipient a user, the code of a unit or a channel; empty for a task without a unit
   */
  public record Entry(
      long id, Instant at, String kind, String recipient, String caseId, String purpose) {}

  public void shown(String caseId, String user, Purpose purpose) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "insert into disclosure (kind, recipient, case_id, purpose)"
                        + " values ('CASE_SHOWN', :u, :c, :p)")
                .bind("u", user)
                .bind("c", caseId)
                .bind("p", purpose.name())
                .execute());
  }

  /**
   * The newest entries.
   *
   * @param caseId of this case only; null for all
   * @param before older than the entry of this id; null for the newest
   */
  public List<Entry> newest(String caseId, Long before) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select id, at, kind, recipient, case_id, purpose from disclosure"
                        + " where (:c::text is null or case_id = :c)"
                        + " and (:b::bigint is null or id < :b) order by id desc limit :n")
                .bind("c", caseId)
                .bind("b", before)
                .bind("n", LIST_LENGTH)
                .map(
                    (r, c) ->
                        new Entry(
                            r.getLong(1),
                            r.getTimestamp(2).toInstant(),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6)))
                .list());
  }
}
