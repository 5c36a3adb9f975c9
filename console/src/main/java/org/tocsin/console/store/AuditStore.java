package org.tocsin.console.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The append-only record of who saw or did what. */
public final class AuditStore {

  public static final int LIST_LENGTH = 200;

  private final Jdbi jdbi;

  public AuditStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What somebody did. */
  public enum Action {
    SIGNED_IN,
    SIGNED_OUT,
    SAW_CASE,
    SEARCHED,
    RECORDED_OUTCOME,
    ADDED_USER,
    CHANGED_USER,
    ISSUED_KEY,
    REVOKED_KEY,
    READ_ACCESS_LOG,
    SENT_AGAIN,
    READ_DISCLOSURES,
    HANDED_OVER,
    RELEASED_HELD,
    DROPPED_HELD,
    READ_LEADS
  }

  public record Entry(Instant at, String user, String action, String caseId) {}

  /**
   * @param caseId null when it is about no case
   */
  public void add(String user, Action action, String caseId) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "insert into access_log (user_name, action, case_id) values (:u, :a, :c)")
                .bind("u", user)
                .bind("a", action.name())
                .bind("c", caseId)
                .execute());
  }

  /** The newest entries; of one case when an id is given. */
  public List<Entry> newest(String caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select at, user_name, action, case_id from access_log"
                        + " where (:c::text is null or case_id = :c) order by id desc limit :n")
                .bind("c", caseId)
                .bind("n", LIST_LENGTH)
                .map(
                    (r, c) ->
                        new Entry(
                            r.getTimestamp(1).toInstant(),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4)))
                .list());
  }
}
