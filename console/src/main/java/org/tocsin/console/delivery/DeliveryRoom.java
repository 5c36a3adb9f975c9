package org.tocsin.console.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.store.DeliveryStore;

/** Makes the channels that the settings name and the dispatcher over them. */
public final class DeliveryRoom {

  private DeliveryRoom() {}

  public static Dispatcher open(
      DeliverySettings settings, DeliveryStore store, Clock clock, MeterRegistry registry) {
    Map<Delivery.Kind, Channel> channels = new EnumMap<>(Delivery.Kind.class);
    ReportDesk reports = new ReportDesk(store, clock);
    put(channels, Delivery.Kind.SMS, settings.sms(), reports, clock);
    put(channels, Delivery.Kind.CALL, settings.call(), reports, clock);
    return new Dispatcher(store, channels, settings, clock, registry);
  }

  private static void put(
      Map<Delivery.Kind, Channel> channels,
      Delivery.Kind kind,
      Target target,
      Reports reports,
      Clock clock) {
    if (target instanceof Target.Webhook webhook) {
      channels.put(kind, new WebhookChannel(webhook.address(), webhook.secret(), clock));
    } else if (target instanceof Target.Smpp smpp) {
      WebhookDirectory directory =
          new WebhookDirectory(smpp.directory().address(), smpp.directory().secret(), clock);
      channels.put(kind, new SmppChannel(smpp.centre(), directory, reports));
    }
  }
}
