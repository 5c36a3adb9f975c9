package org.tocsin.console.delivery;

import java.net.URI;
import java.time.Duration;

/**
 * Where tasks are sent, and how patiently. A kind without a channel is left to people.
 *
 * @param sms null sends no SMS
 * @param call whom CALL tasks are handed to, such as a call centre; null leaves them to the desk
 * @param language of the texts, {@code zh} or {@code en}
 * @param tries after which a message is dead, 1–50. Too low: a short outage leaves people unwarned;
 *     too high: a message that cannot be sent is known late
 * @param reportWithin how long after acceptance of an SMS a report is waited for. Too low: what the
 *     phone has already got is sent again; too high: a lost report keeps the task open
 * @param usefulFor how long after its deadline a message is still sent
 */
public record DeliverySettings(
    Target sms,
    Target call,
    String language,
    int tries,
    Duration reportWithin,
    Duration usefulFor) {

  public DeliverySettings {
    if (tries < 1 || tries > 50) {
      throw new IllegalArgumentException("a message is tried 1–50 times, not " + tries);
    }
    if (call instanceof Target.Smpp) {
      throw new IllegalArgumentException("SMPP carries no calls");
    }
  }

  /** No channel at all. */
  public static DeliverySettings none() {
    return of(null, null);
  }

  /** Twelve tries within half an hour; the message centre's ten minutes and two more. */
  public static DeliverySettings of(Target sms, Target call) {
    return new DeliverySettings(
        sms, call, "zh", 12, SmppChannel.VALID.plus(Duration.ofMinutes(2)), Duration.ofHours(24));
  }

  /** A way out of the centre. */
  public sealed interface Target {

    /**
     * @param secret signs what is sent and checks what is reported, at least 16 characters
     */
    record Webhook(URI address, String secret) implements Target {

      public Webhook {
        boolean web = address != null && String.valueOf(address.getScheme()).startsWith("http");
        if (!web || address.getHost() == null) {
          throw new IllegalArgumentException("a webhook needs an http(s) address");
        }
        if (secret == null || secret.length() < 16) {
          throw new IllegalArgumentException("a webhook's secret needs at least 16 characters");
        }
      }

      /** Without the secret. */
      @Override
      public String toString() {
        return "webhook " + address.getHost();
      }
    }

    /**
     * @param directory tells the number behind a token
     */
    record Smpp(SmppSettings centre, Webhook directory) implements Target {}
  }
}
