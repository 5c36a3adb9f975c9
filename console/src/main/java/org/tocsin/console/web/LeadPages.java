package org.tocsin.console.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.tocsin.console.lead.Lead;
import org.tocsin.console.lead.LeadCsv;
import org.tocsin.console.report.Period;
import org.tocsin.console.store.AuditStore;
import org.tocsin.console.store.CaseFilter;
import org.tocsin.console.store.LeadStore;

/** The daily list for investigators, to look at and to take along. */
final class LeadPages {

  private static final int SHOWN_MAX = 200;

  private final LeadStore leads;
  private final AuditStore audit;
  private final Visitor visitor;
  private final ZoneId zone;
  private final Clock clock;

  LeadPages(LeadStore leads, AuditStore audit, Visitor visitor, ZoneId zone, Clock clock) {
    this.leads = leads;
    this.audit = audit;
    this.visitor = visitor;
    this.zone = zone;
    this.clock = clock;
  }

  void show(Context ctx) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Period day = day(ctx, today);
    String region = CaseFilter.region(ctx.queryParam("region"));
    List<Lead> found = read(ctx, day, region);
    ctx.render(
        "leads.jte",
        Map.of(
            "shell",
            visitor.shell(ctx),
            "view",
            new LeadsView(
                day, region, today, found.size(), found.stream().limit(SHOWN_MAX).toList())));
  }

  void csv(Context ctx) {
    Period day = day(ctx, LocalDate.ofInstant(clock.instant(), zone));
    String name = "tocsin-leads-" + day.label() + ".csv";
    ctx.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .result(
            LeadCsv.of(read(ctx, day, CaseFilter.region(ctx.queryParam("region"))), zone)
                .getBytes(StandardCharsets.UTF_8));
  }

  private List<Lead> read(Context ctx, Period day, String region) {
    audit.add(Visitor.user(ctx), AuditStore.Action.READ_LEADS, null);
    try {
      return leads.of(day.from(zone), day.to(zone), region);
    } catch (LeadStore.TooManyLeadsException e) {
      throw new DeskException(422, "TOO_MANY_LEADS");
    }
  }

  private static Period day(Context ctx, LocalDate today) {
    return Period.of(Period.Kind.DAY.word(), ctx.queryParam("day"), today);
  }
}
