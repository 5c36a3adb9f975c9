package org.tocsin.console.report;

import java.util.Map;
import org.tocsin.core.cases.Task;

/**
 * A report as CSV (RFC 4180): {@code period,section,item,figure,value}, one figure a line, so that
 * a new figure is a new line and no reader's columns move. No case and no person is in it.
 */
public final class ReportCsv {

  private static final String TOTAL = "total";

  private final StringBuilder out = new StringBuilder("period,section,item,figure,value\r\n");
  private final String period;

  private ReportCsv(String period) {
    this.period = period;
  }

  public static String of(Report report) {
    ReportCsv csv = new ReportCsv(report.period().label());
    csv.totals(report);
    csv.warnings(report);
    csv.units(report);
    csv.sources(report);
    csv.unitsBySource(report);
    csv.cleared(report);
    return csv.out.toString();
  }

  private void totals(Report report) {
    line(TOTAL, "cases", "opened", report.opened());
    line(TOTAL, "cases", "reached", report.reached());
    line(TOTAL, "cases", "dissuaded", report.dissuaded());
    line(TOTAL, "persons", "repeated", report.repeated());
    money("stopped", report.stopped());
    money("frozen", report.frozen());
    money("saved", report.saved());
    for (Map.Entry<String, Long> each : report.conclusions().entrySet()) {
      line("conclusion", each.getKey(), "cases", each.getValue());
    }
    for (Task.Overdue colour : Task.Overdue.values()) {
      if (colour != Task.Overdue.NONE) {
        line("overdue", colour.name(), "tasks", report.overdue(colour));
      }
    }
  }

  private void money(String item, Report.Money money) {
    line("money", item, "number", money.number());
    line("money", item, "amountMinor", money.amountMinor());
  }

  private void warnings(Report report) {
    for (Report.PatternRow row : report.warnings()) {
      line("warnings", row.pattern(), "SMS", row.sms());
      line("warnings", row.pattern(), "CALL", row.call());
      line("warnings", row.pattern(), "IN_PERSON", row.inPerson());
    }
  }

  private void units(Report report) {
    for (Report.UnitRow row : report.units()) {
      line("unit", row.unit(), "given", row.given());
      line("unit", row.unit(), "done", row.done());
      line("unit", row.unit(), "doneInTime", row.inTime());
      line("unit", row.unit(), "failed", row.failed());
      line("unit", row.unit(), "expired", row.expired());
      line("unit", row.unit(), "open", row.open());
      line("unit", row.unit(), "pastDeadline", row.over());
    }
  }

  private void sources(Report report) {
    for (Report.SourceRow row : report.sources()) {
      line("source", row.source(), "warnings", row.warnings());
      line("source", row.source(), "persons", row.persons());
      line("source", row.source(), "highOrUrgent", row.grave());
      line("source", row.source(), "noScam", row.noScam());
    }
  }

  /** The item is both codes, with a space between them: no code holds one. */
  private void unitsBySource(Report report) {
    for (UnitSourceRow row : report.unitsBySource()) {
      String item = row.unit() + " " + row.source();
      line("unitSource", item, "cases", row.cases());
      line("unitSource", item, "given", row.given());
      line("unitSource", item, "done", row.done());
      line("unitSource", item, "pastDeadline", row.over());
    }
  }

  private void cleared(Report report) {
    for (Report.ClearedRow row : report.cleared()) {
      line("cleared", row.period().label(), "opened", row.opened());
      line("cleared", row.period().label(), "cleared", row.cleared());
      line("cleared", row.period().label(), "left", row.left());
    }
  }

  private void line(String section, String item, String figure, long value) {
    out.append(period).append(',').append(section).append(',').append(Csv.quoted(item)).append(',');
    out.append(figure).append(',').append(value).append("\r\n");
  }
}
