package org.tocsin.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.delivery.SmppSettings;
import org.tocsin.console.retention.RetentionSettings;

/**
 * Environment variables as settings. Every method throws {@link IllegalArgumentException} with a
 * sentence that names the variable when its value cannot be used.
 */
record Environment(Map<String, String> variables) {

  /** As IANA assigned them to SMPP and secure SMPP. */
  private static final int SMPP_PORT = 2775;

  private static final int SMPP_TLS_PORT = 3550;

  String text(String name, String otherwise) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  /** From the variable, or from the file that NAME_FILE names, as container secrets are given. */
  String secret(String name, String otherwise) {
    String file = text(name + "_FILE", null);
    if (file == null) {
      return text(name, otherwise);
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException(name + "_FILE names " + file + ", which can't be read", e);
    }
  }

  int port(String name, int otherwise) {
    int port = number(name, otherwise);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be a port number, not " + port);
    }
    return port;
  }

  int number(String name, int otherwise) {
    String value = text(name, String.valueOf(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, not " + value, e);
    }
  }

  boolean flag(String name, boolean otherwise) {
    String value = text(name, String.valueOf(otherwise));
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(name + " must be true or false, not " + value);
    }
    return value.equals("true");
  }

  ZoneId zone(String name, ZoneId otherwise) {
    String value = text(name, otherwise.getId());
    try {
      return ZoneId.of(value);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(name + " must be a time zone, not " + value, e);
    }
  }

  Duration duration(String name, Duration otherwise) {
    String value = text(name, otherwise.toString());
    try {
      Duration duration = Duration.parse(value);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (java.time.DateTimeException e) {
      // Told below, as a duration of nothing is.
    }
    throw new IllegalArgumentException(
        name + " must be a duration such as PT10M or P30D, not " + value);
  }

  /** Channels are given by their addresses; without one there is none. */
  DeliverySettings delivery() {
    Target sms =
        text("TOCSIN_SMPP_HOST", null) == null ? webhook("TOCSIN_SMS") : smpp("TOCSIN_SMPP");
    DeliverySettings defaults = DeliverySettings.of(sms, webhook("TOCSIN_CALL"));
    return new DeliverySettings(
        defaults.sms(),
        defaults.call(),
        text("TOCSIN_SMS_LANGUAGE", defaults.language()),
        number("TOCSIN_DELIVERY_TRIES", defaults.tries()),
        duration("TOCSIN_DELIVERY_REPORT_WITHIN", defaults.reportWithin()),
        duration("TOCSIN_DELIVERY_USEFUL_FOR", defaults.usefulFor()));
  }

  RetentionSettings retention(RetentionSettings defaults) {
    return new RetentionSettings(
        duration("TOCSIN_KEEP_CASES", defaults.cases()),
        duration("TOCSIN_KEEP_EVENTS", defaults.events()),
        duration("TOCSIN_KEEP_DELIVERIES", defaults.deliveries()));
  }

  private Target.Webhook webhook(String prefix) {
    String address = text(prefix + "_URL", null);
    if (address == null) {
      return null;
    }
    try {
      return new Target.Webhook(URI.create(address), secret(prefix + "_SECRET", null));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(prefix + "_URL: " + e.getMessage(), e);
    }
  }

  private Target.Smpp smpp(String prefix) {
    Target.Webhook directory = webhook("TOCSIN_DIRECTORY");
    if (directory == null) {
      throw new IllegalArgumentException(
          prefix + "_HOST needs TOCSIN_DIRECTORY_URL: SMPP sends to numbers, tasks name tokens");
    }
    boolean tls = flag(prefix + "_TLS", false);
    return new Target.Smpp(
        new SmppSettings(
            text(prefix + "_HOST", null),
            port(prefix + "_PORT", tls ? SMPP_TLS_PORT : SMPP_PORT),
            text(prefix + "_SYSTEM_ID", "tocsin"),
            secret(prefix + "_PASSWORD", ""),
            text(prefix + "_SENDER", "96110"),
            tls),
        directory);
  }
}
