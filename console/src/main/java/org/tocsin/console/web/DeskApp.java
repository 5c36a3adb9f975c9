package org.tocsin.console.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.sse.SseClient;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.ConsoleSettings;
import org.tocsin.console.delivery.ReportDesk;
import org.tocsin.console.gateway.DeliveryReports;
import org.tocsin.console.gateway.Gateway;
import org.tocsin.console.live.LiveFeed;
import org.tocsin.console.store.AccountStore;
import org.tocsin.console.store.AuditStore;
import org.tocsin.console.store.CaseStore;
import org.tocsin.console.store.DeliveryStore;
import org.tocsin.console.store.DisclosureStore;
import org.tocsin.console.store.HoldStore;
import org.tocsin.console.store.LeadStore;
import org.tocsin.console.store.QueueStore;
import org.tocsin.console.store.ReportStore;
import org.tocsin.console.store.SourceStore;
import org.tocsin.console.store.TogetherStore;
import org.tocsin.console.wire.OutcomeSender;

/** The addresses of the desk and what answers at each. */
public final class DeskApp {

  private static final Logger LOG = LoggerFactory.getLogger(DeskApp.class);

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private final Guard guard;
  private final Visitor visitor;
  private final SignIn signIn;
  private final CasePages casePages;
  private final SupervisorPages supervisorPages;
  private final DeliveryPages deliveryPages;
  private final QueuePages queuePages;
  private final LeadPages leadPages;
  private final ReportPages reportPages;
  private final DeliveryReports deliveryReports;
  private final LiveFeed live;
  private final Gateway gateway;
  private final Health health;
  private final PrometheusMeterRegistry registry;

  public DeskApp(
      ConsoleSettings settings,
      Clock clock,
      Jdbi jdbi,
      OutcomeSender outcomes,
      LiveFeed live,
      Gateway gateway,
      Health health,
      PrometheusMeterRegistry registry) {
    AccountStore accounts = new AccountStore(jdbi);
    AuditStore audit = new AuditStore(jdbi);
    DisclosureStore disclosures = new DisclosureStore(jdbi);
    QueueStore queue = new QueueStore(jdbi);
    this.visitor = new Visitor(settings, queue, clock);
    this.guard = new Guard(accounts, clock);
    this.signIn = new SignIn(accounts, audit, visitor, clock);
    this.casePages =
        new CasePages(
            new CaseStore(jdbi),
            new TogetherStore(jdbi),
            new HoldStore(jdbi),
            audit,
            disclosures,
            outcomes,
            visitor,
            settings);
    this.supervisorPages =
        new SupervisorPages(accounts, new SourceStore(jdbi), audit, disclosures, visitor);
    this.queuePages = new QueuePages(queue, audit, outcomes, visitor);
    this.leadPages = new LeadPages(new LeadStore(jdbi), audit, visitor, settings.zone(), clock);
    this.reportPages =
        new ReportPages(
            new ReportStore(jdbi, settings.zone(), settings.spotCheckPercent()),
            visitor,
            settings.zone(),
            clock);
    DeliveryStore deliveries = new DeliveryStore(jdbi);
    this.deliveryPages = new DeliveryPages(deliveries, audit, visitor, settings.delivery(), clock);
    this.deliveryReports =
        new DeliveryReports(new ReportDesk(deliveries, clock), settings.delivery(), clock);
    this.live = live;
    this.gateway = gateway;
    this.health = health;
    this.registry = registry;
  }

  public void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = Gateway.BODY_BYTES_MAX;
    config.fileRenderer(DeskApp::render);
    RoutesConfig at = config.routes;
    at.before(guard::headers);
    at.before(guard::identify);
    at.before(guard::sameOrigin);
    addPages(at);
    addSupervision(at);
    addMachines(at);
    addErrors(at);
  }

  private void addPages(RoutesConfig at) {
    at.get("/", ctx -> ctx.redirect("/cases"));
    at.get("/sign-in", signIn::form);
    at.post("/sign-in", signIn::signIn);
    at.post("/sign-out", signIn::signOut);
    at.post("/preferences", signIn::preferences);
    at.get("/preferences", ctx -> ctx.redirect("/cases"));
    at.get("/cases", casePages::list);
    at.post("/find", casePages::find);
    at.get("/cases/{id}", casePages::show);
    at.post("/cases/{id}/outcomes", casePages::record);
    at.post("/cases/{id}/hand-over", casePages::handOver);
    at.get("/deliveries", deliveryPages::show);
    at.get("/queue", queuePages::show);
    at.get("/leads", leadPages::show);
    at.get("/leads.csv", leadPages::csv);
    at.sse("/live/cases", client -> follow(client, null));
    at.sse("/live/cases/{id}", client -> follow(client, client.ctx().pathParam("id")));
    at.get("/assets/{name}", Assets::serve);
  }

  private void follow(SseClient client, String caseId) {
    String token = client.ctx().cookie(Visitor.SESSION_COOKIE);
    live.add(client, caseId, () -> guard.lasts(token));
  }

  private void addSupervision(RoutesConfig at) {
    for (String path :
        new String[] {
          "/users",
          "/users/*",
          "/sources",
          "/sources/*",
          "/access-log",
          "/disclosures",
          "/deliveries/*",
          "/queue/*",
          "/reports",
          "/reports.csv"
        }) {
      at.before(path, Guard::supervisorsOnly);
    }
    at.get("/users", supervisorPages::users);
    at.post("/users", supervisorPages::addUser);
    at.post("/users/{name}", supervisorPages::changeUser);
    at.get("/sources", supervisorPages::sources);
    at.post("/sources/keys", supervisorPages::issueKey);
    at.post("/sources/keys/revoke", supervisorPages::revokeKey);
    at.get("/access-log", supervisorPages::accessLog);
    at.get("/disclosures", supervisorPages::disclosures);
    at.get("/reports", reportPages::show);
    at.get("/reports.csv", reportPages::csv);
    at.post("/deliveries/again", deliveryPages::again);
    at.post("/queue/decide", queuePages::decide);
  }

  private void addMachines(RoutesConfig at) {
    at.post("/v1/events/{topic}", gateway::receive);
    at.post("/v1/delivery-reports", deliveryReports::receive);
    at.get("/health", health::answer);
    at.get(
        "/metrics",
        ctx ->
            ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape()));
  }

  private void addErrors(RoutesConfig at) {
    at.exception(
        DeskException.class,
        answering((e, ctx) -> sayError(ctx, e.status(), e.code(), e.sentence(Visitor.texts(ctx)))));
    at.exception(
        HttpResponseException.class,
        answering((e, ctx) -> sayError(ctx, e.getStatus(), httpCode(e.getStatus()))));
    at.exception(Exception.class, answering(this::unexpected));
    at.error(404, ctx -> sayUnsaid(ctx, 404, "NOT_FOUND"));
    at.error(405, ctx -> sayUnsaid(ctx, 405, "NOT_FOUND"));
  }

  private static String httpCode(int status) {
    return status == 404 || status == 405 ? "NOT_FOUND" : "HTTP_" + status;
  }

  /**
   * An answer to a request that has ended meanwhile cannot be given, and failing at it would make
   * the server try again without end.
   */
  private static <E extends Exception> ExceptionHandler<E> answering(ExceptionHandler<E> handler) {
    return (e, ctx) -> {
      try {
        handler.handle(e, ctx);
      } catch (RuntimeException gone) {
        LOG.debug("No answer was possible to {}: {}", e, gone.toString());
      }
    };
  }

  private void unexpected(Exception e, Context ctx) {
    if (ctx.res().isCommitted()) {
      LOG.debug("A page that was being sent ended: {}", e.toString());
      return;
    }
    // Without the request's address and body: they may hold what must not be in a log.
    LOG.error("{} failed", ctx.method(), e);
    boolean database = Health.databaseAway(e);
    sayError(ctx, database ? 503 : 500, database ? "DATABASE_AWAY" : "UNEXPECTED");
  }

  private void sayUnsaid(Context ctx, int status, String code) {
    if (ctx.attribute("said") == null && !ctx.res().isCommitted()) {
      sayError(ctx, status, code);
    }
  }

  private void sayError(Context ctx, int status, String code) {
    Texts texts = Visitor.texts(ctx);
    boolean known = texts.keys().contains("error." + code);
    sayError(ctx, status, code, texts.get("error." + (known ? code : "UNEXPECTED")));
  }

  private void sayError(Context ctx, int status, String code, String sentence) {
    ctx.attribute("said", true);
    if (ctx.res().isCommitted()) {
      return;
    }
    ctx.status(status);
    if (ctx.path().startsWith("/v1/")) {
      Gateway.sayError(ctx, code, sentence);
    } else {
      ctx.render(
          "error.jte",
          Map.of(
              "shell", visitor.shell(ctx), "status", status, "code", code, "sentence", sentence));
    }
  }

  private static String render(String template, Map<String, ?> model, Context ctx) {
    StringOutput output = new StringOutput();
    TEMPLATES.render(template, new java.util.HashMap<String, Object>(model), output);
    return output.toString();
  }
}
