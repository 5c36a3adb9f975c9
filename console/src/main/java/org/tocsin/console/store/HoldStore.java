package org.tocsin.console.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads why there was no warning. */
public final class HoldStore {

  /** A page shows the latest. */
  public static final int SHOWN_MAX = 50;

  private final Jdbi jdbi;

  public HoldStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What was held back about a person, account or phone, the latest first.
   *
   * @return records of not-warned.v1 as plain JSON, at most {@link #SHOWN_MAX}
   */
  public List<JsonNode> of(String token) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select body from hold where owner = :token or subject = :token"
                        + " order by event_time desc, held_id limit :most")
                .bind("token", token)
                .bind("most", SHOWN_MAX)
                .map((row, context) -> Columns.json(row, "body"))
                .list());
  }
}
