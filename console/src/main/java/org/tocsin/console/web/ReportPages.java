package org.tocsin.console.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.tocsin.console.report.Period;
import org.tocsin.console.report.ReportCsv;
import org.tocsin.console.store.ReportStore;

/** The report of a day, a month or a quarter, to look at and to take along. */
final class ReportPages {

  private final ReportStore reports;
  private final Visitor visitor;
  private final ZoneId zone;
  private final Clock clock;

  ReportPages(ReportStore reports, Visitor visitor, ZoneId zone, Clock clock) {
    this.reports = reports;
    this.visitor = visitor;
    this.zone = zone;
    this.clock = clock;
  }

  void show(Context ctx) {
    LocalDate today = today();
    ctx.render(
        "report.jte",
        Map.of(
            "shell",
            visitor.shell(ctx),
            "report",
            reports.report(period(ctx, today), today),
            "today",
            today));
  }

  void csv(Context ctx) {
    LocalDate today = today();
    Period period = period(ctx, today);
    ctx.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"tocsin-" + period.label() + ".csv\"")
        .result(ReportCsv.of(reports.report(period, today)).getBytes(StandardCharsets.UTF_8));
  }

  private static Period period(Context ctx, LocalDate today) {
    return Period.of(ctx.queryParam("period"), ctx.queryParam("of"), today);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
