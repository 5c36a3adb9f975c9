package org.tocsin.console.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.console.store.DeliveryStore;

/** Takes in what channels report, however often and in whatever order with their answers. */
public final class ReportDesk implements Reports {

  /** What may be reported of a kind: results that the step knows. */
  private static final Map<Delivery.Kind, Set<String>> RESULTS =
      Map.of(
          Delivery.Kind.SMS, Set.of("DELIVERED", "FAILED"),
          Delivery.Kind.CALL,
              Set.of(
                  "REACHED",
                  "NO_ANSWER",
                  "BUSY",
                  "EVADED",
                  "FORWARDED",
                  "ACCEPTED",
                  "REFUSED",
                  "FAILED"));

  private static final long WAIT_MILLIS = 100;
  private static final int WAITS_MAX = 20;

  private final DeliveryStore store;
  private final Clock clock;

  public ReportDesk(DeliveryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A receipt may be faster than the answer it belongs to: it is waited for, a little. One for a
   * message whose sender was killed before it could write down the reference is dropped; that
   * message is sent again.
   */
  @Override
  public void ofReference(String channel, String reference, String result, String problem) {
    for (int i = 0; i < WAITS_MAX; i++) {
      Optional<DeliveryStore.Key> key = store.byReference(channel, reference);
      if (key.isPresent()) {
        store.report(key.get(), Delivery.Kind.SMS, result, problem, clock.instant());
        return;
      }
      pause();
    }
  }

  public static boolean knows(Delivery.Kind kind, String result) {
    return RESULTS.get(kind).contains(result);
  }

  /**
   * A report again, or about a message that has ended, changes nothing.
   *
   * @param key the message's idempotency key
   * @return false when the key is no key
   */
  public boolean ofKey(Delivery.Kind kind, String key, String result) {
    int end = key.lastIndexOf('-');
    if (end < 1 || !key.substring(end + 1).matches("\\d{1,6}")) {
      return false;
    }
    int attempt = Integer.parseInt(key.substring(end + 1));
    String problem = result.equals("FAILED") ? "REPORTED_FAILED" : null;
    store.report(
        new DeliveryStore.Key(key.substring(0, end), attempt),
        kind,
        result,
        problem,
        clock.instant());
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
