package org.tocsin.console.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.tocsin.console.delivery.Delivery;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.delivery.ReportDesk;
import org.tocsin.console.delivery.Signature;

/**
 * Takes the reports of providers that accepted a message with 202: {@code {"key", "result"}},
 * signed like what they were sent. Each may report only what it was given: a call centre no SMS.
 */
public final class DeliveryReports {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReportDesk reports;
  private final Clock clock;
  private final Map<Delivery.Kind, Signature> providers = new EnumMap<>(Delivery.Kind.class);

  public DeliveryReports(ReportDesk reports, DeliverySettings settings, Clock clock) {
    this.reports = reports;
    this.clock = clock;
    put(Delivery.Kind.SMS, settings.sms());
    put(Delivery.Kind.CALL, settings.call());
  }

  private void put(Delivery.Kind kind, Target target) {
    if (target instanceof Target.Webhook webhook) {
      providers.put(kind, new Signature(webhook.secret()));
    }
  }

  /** 204 for every signed report that can be read, also for one that changes nothing any more. */
  public void receive(Context ctx) {
    byte[] body = ctx.bodyAsBytes();
    boolean signed = false;
    boolean taken = false;
    for (Map.Entry<Delivery.Kind, Signature> provider : providers.entrySet()) {
      if (holds(provider.getValue(), ctx, body)) {
        signed = true;
        taken |= take(provider.getKey(), body);
      }
    }
    if (!signed) {
      ctx.status(401);
      Gateway.sayError(ctx, "SIGNATURE_WRONG", "The report needs a valid, recent signature.");
    } else if (!taken) {
      ctx.status(422);
      Gateway.sayError(ctx, "REPORT_UNUSABLE", "A report has the key and a result of its kind.");
    } else {
      ctx.status(204);
    }
  }

  private boolean holds(Signature signature, Context ctx, byte[] body) {
    return signature.holds(
        ctx.header(Signature.TIME_HEADER), ctx.header(Signature.HEADER), body, clock.instant());
  }

  private boolean take(Delivery.Kind kind, byte[] body) {
    try {
      JsonNode report = JSON.readTree(body);
      String result = report.path("result").asText();
      return ReportDesk.knows(kind, result)
          && reports.ofKey(kind, report.path("key").asText(), result);
    } catch (JsonProcessingException e) {
      return false;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
