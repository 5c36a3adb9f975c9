package org.tocsin.console.web;

import java.util.List;
import org.tocsin.console.delivery.Delivery;
import org.tocsin.console.store.DeliveryStore;

/**
 * What the page of deliveries shows.
 *
 * @param sms how SMS go out; null when they do not
 * @param call to whom calls are handed; null when nobody
 */
public record DeliveriesView(
    String sms,
    String call,
    List<DeliveryStore.Count> counts,
    List<DeliveryStore.Line> dead,
    List<DeliveryStore.Line> newest) {

  /** Nothing waits to be sent by a channel that there is none of; people do it. */
  public boolean sends(Delivery.Kind kind) {
    return (kind == Delivery.Kind.SMS ? sms : call) != null;
  }

  public long count(Delivery.Kind kind, Delivery.State state) {
    return counts.stream()
        .filter(count -> count.kind() == kind && count.state() == state)
        .mapToLong(DeliveryStore.Count::messages)
        .sum();
  }
}
