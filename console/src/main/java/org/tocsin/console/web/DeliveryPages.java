package org.tocsin.console.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.store.AuditStore;
import org.tocsin.console.store.DeliveryStore;

/** What the centre sends by itself: how much is under way, what could not be sent, what was. */
final class DeliveryPages {

  private static final int LINES_MAX = 100;
  private static final int NEWEST_MAX = 25;
  private static final Duration COUNTED = Duration.ofHours(24);

  private final DeliveryStore deliveries;
  private final AuditStore audit;
  private final Visitor visitor;
  private final DeliverySettings settings;
  private final Clock clock;

  DeliveryPages(
      DeliveryStore deliveries,
      AuditStore audit,
      Visitor visitor,
      DeliverySettings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.audit = audit;
    this.visitor = visitor;
    this.settings = settings;
    this.clock = clock;
  }

  void show(Context ctx) {
    ctx.render(
        "deliveries.jte",
        Map.of(
            "shell",
            visitor.shell(ctx),
            "view",
            new DeliveriesView(
                name(settings.sms()),
                name(settings.call()),
                deliveries.counts(clock.instant().minus(COUNTED)),
                deliveries.dead(LINES_MAX),
                deliveries.newest(NEWEST_MAX))));
  }

  private static String name(DeliverySettings.Target target) {
    if (target instanceof DeliverySettings.Target.Smpp smpp) {
      return smpp.centre().toString();
    }
    return target == null ? null : target.toString();
  }

  /** A supervisor sends a dead letter again, say after the channel was mended. */
  void again(Context ctx) {
    String taskId = ctx.formParam("task");
    String attempt = ctx.formParam("attempt");
    if (taskId == null || attempt == null || !attempt.matches("\\d{1,6}")) {
      throw new DeskException(400, "BAD_REQUEST");
    }
    if (!deliveries.again(taskId, Integer.parseInt(attempt), clock.instant())) {
      throw new DeskException(409, "NOT_REPEATABLE");
    }
    audit.add(Visitor.user(ctx), AuditStore.Action.SENT_AGAIN, ctx.formParam("case"));
    visitor.leaveNotice(ctx, "sentAgain");
    ctx.redirect("/deliveries");
  }
}
