package org.tocsin.console.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.console.lead.Lead;
import org.tocsin.console.lead.LeadRow;
import org.tocsin.console.lead.Leads;

/** Reads the leads of a day. */
public final class LeadStore {

  /** A city's day fits a hundred times; what would not is told, never cut. */
  static final int ROWS_MAX = 50_000;

  private final Sql sql = Sql.load("leads.sql");
  private final Jdbi jdbi;
  private final int rowsMax;

  public LeadStore(Jdbi jdbi) {
    this(jdbi, ROWS_MAX);
  }

  LeadStore(Jdbi jdbi, int rowsMax) {
    this.jdbi = jdbi;
    this.rowsMax = rowsMax;
  }

  /** The list asked for holds more than one page or file is made of; a region's is shorter. */
  public static final class TooManyLeadsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Those whom a warning of the time named as a suspected mule or a risky opening, but for those
   * who are only watched.
   *
   * @param to exclusive
   * @param region the beginning of a region's code; null for all
   * @throws TooManyLeadsException when they are more than one list can hold
   */
  public List<Lead> of(Instant from, Instant to, String region) {
    return jdbi.withHandle(
        h -> {
          List<LeadRow> rows =
              h.createQuery(sql.get("warnings"))
                  .bind("from", from)
                  .bind("to", to)
                  .bind("region", region)
                  .bind("most", rowsMax + 1)
                  .map((row, c) -> row(row))
                  .list();
          if (rows.size() > rowsMax) {
            throw new TooManyLeadsException();
          }
          Map<String, Set<String>> clusters = clusters(h, rows);
          Set<String> accounts = accounts(rows);
          return Leads.of(
              rows, clusters, victims(h, clusters), payers(h, accounts), left(h, accounts));
        });
  }

  private Map<String, Set<String>> clusters(Handle h, List<LeadRow> rows) {
    Set<String> tokens = new HashSet<>();
    rows.forEach(
        row -> {
          tokens.add(row.owner());
          tokens.add(row.subject());
        });
    Map<String, Set<String>> clusters = new TreeMap<>();
    h.createQuery(sql.get("clusters"))
        .bindArray("tokens", String.class, tokens.toArray())
        .map(
            (row, c) ->
                clusters
                    .computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                    .add(row.getString(2)))
        .list();
    return clusters;
  }

  private Set<String> victims(Handle h, Map<String, Set<String>> clusters) {
    Object[] members = clusters.values().stream().flatMap(Set::stream).distinct().toArray();
    return new HashSet<>(
        h.createQuery(sql.get("victims"))
            .bindArray("tokens", String.class, members)
            .mapTo(String.class)
            .list());
  }

  private static Set<String> accounts(List<LeadRow> rows) {
    Set<String> accounts = new HashSet<>();
    for (LeadRow row : rows) {
      accounts.add(row.subject());
      accounts.addAll(row.accounts());
    }
    return accounts;
  }

  private Map<String, Set<String>> payers(Handle h, Set<String> accounts) {
    Map<String, Set<String>> payers = new TreeMap<>();
    h.createQuery(sql.get("payers"))
        .bindArray("accounts", String.class, accounts)
        .map(
            (row, c) ->
                payers
                    .computeIfAbsent(row.getString(1), account -> new TreeSet<>())
                    .add(row.getString(2)))
        .list();
    return payers;
  }

  private Map<String, Long> left(Handle h, Set<String> accounts) {
    Map<String, Long> left = new TreeMap<>();
    h.createQuery(sql.get("money"))
        .bindArray("accounts", String.class, accounts)
        .map((row, c) -> left.put(row.getString(1), row.getLong(2)))
        .list();
    return left;
  }

  private static LeadRow row(ResultSet row) throws SQLException {
    JsonNode advice = Columns.json(row, "advice");
    return new LeadRow(
        row.getString("owner"),
        row.getString("subject"),
        row.getString("subject_kind"),
        named(advice, "account"),
        named(advice, "phone"),
        row.getString("warning_id"),
        row.getString("case_id"),
        row.getString("pattern"),
        row.getInt("grade"),
        row.getInt("tier"),
        row.getTimestamp("detected_at").toInstant(),
        row.getObject("amount_minor", Long.class),
        row.getString("region"),
        row.getString("reason_zh"),
        row.getString("reason_en"),
        Columns.texts(row, "events"),
        row.getBoolean("of_the_day"),
        row.getString("conclusion"));
  }

  private static List<String> named(JsonNode advice, String field) {
    List<String> tokens = new ArrayList<>();
    for (JsonNode each : advice) {
      if (each.path(field).isTextual()) {
        tokens.add(each.get(field).textValue());
      }
    }
    return tokens;
  }
}
