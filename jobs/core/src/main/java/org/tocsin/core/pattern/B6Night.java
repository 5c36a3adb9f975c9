package org.tocsin.core.pattern;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.tocsin.core.rulebook.BankCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Signal;

/** B6: at night. It weighs in B2 and is no row of its own. */
final class B6Night implements Serializable {

  private static final long serialVersionUID = 1L;
  private final BankCardRules.B6 settings;
  private final String zone;

  B6Night(Rulebook rules) {
    this.settings = rules.detection().bankCards().b6();
    this.zone = rules.zone();
  }

  boolean isNight(long time) {
    int hour = Instant.ofEpochMilli(time).atZone(ZoneId.of(zone)).getHour();
    return settings.fromHour() <= settings.toHour()
        ? hour >= settings.fromHour() && hour < settings.toHour()
        : hour >= settings.fromHour() || hour < settings.toHour();
  }

  /** What any of them at night adds to the score. */
  int weight(List<Signal> signals) {
    return signals.stream().anyMatch(each -> isNight(each.eventTime())) ? settings.score() : 0;
  }

  String zh() {
    return "，发生在%d点至%d点间".formatted(settings.fromHour(), settings.toHour());
  }

  String en() {
    return ", at night (%d to %d h)".formatted(settings.fromHour(), settings.toHour());
  }
}
