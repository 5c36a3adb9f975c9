package org.tocsin.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.console.report.Period;
import org.tocsin.console.report.Report;
import org.tocsin.console.report.Report.ClearedRow;
import org.tocsin.console.report.Report.Money;
import org.tocsin.console.report.Report.PatternRow;
import org.tocsin.console.report.Report.SampleRow;
import org.tocsin.console.report.Report.SourceRow;
import org.tocsin.console.report.Report.UnitRow;
import org.tocsin.console.report.UnitSourceRow;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;

/** Works out the figures of a period from what the topics told. */
public final class ReportStore {

  private static final int LOTS = 1 << 28;

  private final Sql sql = Sql.load("reports.sql");
  private final Jdbi jdbi;
  private final ZoneId zone;
  private final int samplePercent;

  /**
   * @param zone whose calendar days, months and quarters are
   * @param samplePercent of the closed cases that are looked at again; one at least, where any
   *     closed
   */
  public ReportStore(Jdbi jdbi, ZoneId zone, int samplePercent) {
    this.jdbi = jdbi;
    this.zone = zone;
    this.samplePercent = samplePercent;
  }

  /**
   * @param today so that the last day of a running month is not one to come
   */
  public Report report(Period period, LocalDate today) {
    return jdbi.inTransaction(
        org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ,
        h -> report(h, period, period.lastDay(today)));
  }

  private Report report(Handle h, Period period, LocalDate last) {
    Map<String, Money> money = money(h, period);
    Map<String, Long> totals = totals(h, period);
    return new Report(
        period,
        totals.get("opened"),
        totals.get("reached"),
        totals.get("dissuaded"),
        totals.get("repeated"),
        money.getOrDefault("STOPPED", Money.NONE),
        money.getOrDefault("FROZEN", Money.NONE),
        money.getOrDefault("SAVED", Money.NONE),
        query(h, "warnings", period).map((row, c) -> pattern(row)).list(),
        conclusions(h, period),
        overdue(h, period),
        query(h, "units", period).map((row, c) -> unit(row)).list(),
        query(h, "sources", period).map((row, c) -> source(row)).list(),
        Stream.of(Period.Kind.values())
            .map(kind -> cleared(h, Period.holding(kind, last)))
            .toList(),
        sample(h, period),
        query(h, "units-by-source", period).map((row, c) -> unitSource(row)).list());
  }

  private Query query(Handle h, String statement, Period period) {
    return h.createQuery(sql.get(statement))
        .bind("from", period.from(zone))
        .bind("to", period.to(zone));
  }

  private Map<String, Long> totals(Handle h, Period period) {
    return query(h, "totals", period)
        .map(
            (row, c) ->
                Map.of(
                    "opened", row.getLong("opened"),
                    "reached", row.getLong("reached"),
                    "dissuaded", row.getLong("dissuaded"),
                    "repeated", row.getLong("repeated")))
        .one();
  }

  private Map<String, Money> money(Handle h, Period period) {
    Map<String, Money> found = new LinkedHashMap<>();
    query(h, "money", period)
        .map((row, c) -> found.put(row.getString(1), new Money(row.getLong(2), row.getLong(3))))
        .list();
    return found;
  }

  private Map<String, Long> conclusions(Handle h, Period period) {
    Map<String, Long> found = new LinkedHashMap<>();
    query(h, "conclusions", period)
        .map((row, c) -> found.put(row.getString(1), row.getLong(2)))
        .list();
    return found;
  }

  private Map<Task.Overdue, Long> overdue(Handle h, Period period) {
    Map<Task.Overdue, Long> found = new EnumMap<>(Task.Overdue.class);
    query(h, "overdue", period)
        .map((row, c) -> found.put(Task.Overdue.values()[row.getInt(1)], row.getLong(2)))
        .list();
    return found;
  }

  private static PatternRow pattern(ResultSet row) throws SQLException {
    return new PatternRow(
        row.getString("lane"),
        row.getString("pattern"),
        row.getLong("sms"),
        row.getLong("call"),
        row.getLong("in_person"));
  }

  private static UnitRow unit(ResultSet row) throws SQLException {
    return new UnitRow(
        row.getString("unit"),
        row.getLong("given"),
        row.getLong("done"),
        row.getLong("in_time"),
        row.getLong("failed"),
        row.getLong("expired"),
        row.getLong("open"),
        row.getLong("over"));
  }

  private static SourceRow source(ResultSet row) throws SQLException {
    return new SourceRow(
        row.getString("source"),
        row.getLong("warnings"),
        row.getLong("persons"),
        row.getLong("grave"),
        row.getLong("no_scam"));
  }

  private static UnitSourceRow unitSource(ResultSet row) throws SQLException {
    return new UnitSourceRow(
        row.getString("unit"),
        row.getString("source"),
        row.getLong("cases"),
        row.getLong("given"),
        row.getLong("done"),
        row.getLong("over"));
  }

  private ClearedRow cleared(Handle h, Period period) {
    return query(h, "cleared", period)
        .map((row, c) -> new ClearedRow(period, row.getLong(1), row.getLong(2)))
        .one();
  }

  /** By the case's id alone, so that the same cases are asked for however often one looks. */
  private List<SampleRow> sample(Handle h, Period period) {
    Integer least = query(h, "least-lot", period).mapTo(Integer.class).findOne().orElse(null);
    if (least == null) {
      return List.of();
    }
    return query(h, "sample", period)
        .bind("share", (int) ((long) LOTS * samplePercent / 100))
        .bind("least", least)
        .map(
            (row, c) ->
                new SampleRow(
                    row.getString("case_id"),
                    row.getString("conclusion"),
                    row.getTimestamp("changed_at").toInstant(),
                    Grade.values()[row.getInt("grade")],
                    row.getString("checked_by")))
        .list();
  }
}
