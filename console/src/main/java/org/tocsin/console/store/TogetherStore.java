package org.tocsin.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.core.warning.Grade;

/**
 * Open cases that belong to one household, one company or one gang's payee: they share an account
 * or a phone, or stand in one cluster of the linking job.
 */
public final class TogetherStore {

  private static final int SHOWN_MAX = 20;

  private final Sql sql = Sql.load("together.sql");
  private final Jdbi jdbi;

  public TogetherStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What another open case shares with this one.
   *
   * @param kind ACCOUNT, PHONE or CLUSTER
   */
  public record Shared(String kind, String token) {}

  /**
   * @param owner its person; null while unknown
   * @param state null while only warnings told of it
   * @param pattern null while no warning arrived
   * @param because what the linking job says; null where a token alone is shared
   */
  public record Other(
      String caseId,
      String owner,
      String state,
      Grade grade,
      String pattern,
      Long amountMinor,
      Instant openedAt,
      List<Shared> shared,
      String because) {}

  /**
   * @param others the gravest, at most 20
   * @param cases how many there are in all
   * @param amountMinor at risk in all of them, in fen
   */
  public record Group(List<Other> others, long cases, long amountMinor) {}

  public Group of(String caseId) {
    return jdbi.withHandle(
        h -> {
          List<Other> others = new ArrayList<>();
          long[] all = new long[2];
          h.createQuery(sql.get("together"))
              .bind("caseId", caseId)
              .bind("most", SHOWN_MAX)
              .map(
                  (row, c) -> {
                    all[0] = row.getLong("cases");
                    all[1] = row.getLong("amount");
                    return others.add(other(row));
                  })
              .list();
          return new Group(List.copyOf(others), all[0], all[1]);
        });
  }

  private static Other other(ResultSet row) throws SQLException {
    String[] kinds = (String[]) row.getArray("kinds").getArray();
    String[] tokens = (String[]) row.getArray("tokens").getArray();
    List<Shared> shared = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      shared.add(new Shared(kinds[i], tokens[i]));
    }
    return new Other(
        row.getString("case_id"),
        row.getString("owner"),
        row.getString("state"),
        Grade.values()[row.getInt("grade")],
        row.getString("pattern"),
        row.getObject("amount_minor", Long.class),
        row.getTimestamp("opened_at").toInstant(),
        shared,
        row.getString("because"));
  }
}
