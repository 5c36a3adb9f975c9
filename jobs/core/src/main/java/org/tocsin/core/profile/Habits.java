package org.tocsin.core.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Trait;

/**
 * Whether a payment is at an hour, on a device and from a region that are usual for its account.
 * What is usual is what the account did in the days that its movements are remembered for, so it
 * costs no memory of its own; of an account that paid seldom in these days nothing is unusual.
 */
final class Habits {

  private static final int HOURS = 24;

  private final Movement payment;
  private final DecisionRules settings;
  private final ZoneId zone;
  private final int hour;
  private int payments;
  private boolean hourSeen;
  private boolean devices;
  private boolean deviceSeen;
  private boolean regions;
  private boolean regionSeen;

  Habits(Movement payment, Rulebook rules) {
    this.payment = payment;
    this.settings = rules.detection().decision();
    this.zone = ZoneId.of(rules.zone());
    this.hour = hour(payment.time());
  }

  /** Another movement of the account; only payments before this one count. */
  void seen(Movement other) {
    if (other.in() || !other.live() || other.time() >= payment.time()) {
      return;
    }
    payments++;
    hourSeen = hourSeen || apart(hour, hour(other.time())) <= settings.habitHours();
    if (other.device() != null) {
      devices = true;
      deviceSeen = deviceSeen || other.device().equals(payment.device());
    }
    if (other.region() != null) {
      regions = true;
      regionSeen = regionSeen || other.region().equals(payment.region());
    }
  }

  /** A device is asked of whatever is known: an account has one or two. */
  void addTo(List<Trait> traits) {
    if (payment.device() != null && devices && !deviceSeen) {
      traits.add(Trait.ODD_DEVICE);
    }
    if (payments < settings.habitPaymentsMin()) {
      return;
    }
    if (!hourSeen) {
      traits.add(Trait.ODD_HOUR);
    }
    if (payment.region() != null && regions && !regionSeen) {
      traits.add(Trait.ODD_REGION);
    }
  }

  private int hour(long time) {
    return Instant.ofEpochMilli(time).atZone(zone).getHour();
  }

  /** On the clock: 23 and 1 are two apart. */
  private static int apart(int one, int other) {
    int between = Math.abs(one - other);
    return Math.min(between, HOURS - between);
  }
}
