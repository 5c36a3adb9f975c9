package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.world.Almanac;

/** Holds the city without fraud against the measured table of mules.md (normal numbers). */
class OrdinaryLifeIsOrdinaryTest {
  private static final int PERSONS = 1_000;
  private static final int DAYS = 21;

  private static final Map<String, Line> LINES = new HashMap<>();
  private static long events;

  private static final class Line {
    final Set<String> peers = new HashSet<>();
    final Set<LocalDate> days = new HashSet<>();
    int calls;
    int outgoing;
    int answered;
    long seconds;

    double peersPerDay() {
      return (double) peers.size() / days.size();
    }

    double outgoingShare() {
      return (double) outgoing / calls;
    }

    double meanSeconds() {
      return (double) seconds / Math.max(1, answered);
    }
  }

  @BeforeAll
  static void threeWeeks() {
    City city = new City(new CityPlan(3, PERSONS, LocalDate.of(2025, 3, 3), DAYS, 0, 0));
    for (Event event : city.before()) {
      if (event instanceof CardOpening opening && opening.phone() != null) {
        LINES.put(opening.phone(), new Line());
      }
    }
    Set<String> counted = new HashSet<>();
    while (!city.over()) {
      List<Event> day = city.nextDay();
      events += day.size();
      for (Event event : day) {
        if (event instanceof Call call
            && call.kind() == Call.Kind.ENDED
            && (call.callId() == null || counted.add(call.callId()))) {
          count(call, LINES.get(call.caller()), call.callee(), true);
          count(call, LINES.get(call.callee()), call.caller(), false);
        }
      }
    }
    LINES.values().removeIf(line -> line.days.size() < 8);
  }

  private static void count(Call call, Line line, String peer, boolean outgoing) {
    if (line == null) {
      return;
    }
    line.peers.add(peer);
    line.days.add(Almanac.date(call.eventTime()));
    line.calls++;
    line.outgoing += outgoing ? 1 : 0;
    if (call.durationSeconds() != null && call.durationSeconds() > 0) {
      line.answered++;
      line.seconds += call.durationSeconds();
    }
  }

  @Test
  void eightToElevenEventsPerPersonAndDay() {
    assertThat((double) events / PERSONS / DAYS).isBetween(8.0, 11.5);
  }

  @Test
  void distinctPeersPerActiveDay() {
    assertThat(quantile(.5, Line::peersPerDay)).isBetween(1.4, 2.6);
    assertThat(quantile(.9, Line::peersPerDay)).isBetween(5.0, 10.0);
    assertThat(quantile(.95, Line::peersPerDay)).isBetween(7.5, 15.0);
  }

  @Test
  void outgoingShareOfCalls() {
    assertThat(quantile(.5, Line::outgoingShare)).isBetween(.42, .62);
    assertThat(quantile(.9, Line::outgoingShare)).isBetween(.72, 1.0);
  }

  @Test
  void meanCallLength() {
    assertThat(quantile(.5, Line::meanSeconds)).isBetween(65.0, 95.0);
    assertThat(quantile(.9, Line::meanSeconds)).isBetween(130.0, 205.0);
    assertThat(quantile(.95, Line::meanSeconds)).isBetween(160.0, 270.0);
  }

  @Test
  void fewOrdinaryNumbersLookLikeAFanOutOverTheirWholeHistory() {
    long alike =
        LINES.values().stream()
            .filter(line -> line.peersPerDay() >= 10 && line.outgoingShare() >= .8)
            .filter(line -> line.calls <= 2 * line.peers.size())
            .count();
    // Couriers, riders and call agents alone are six numbers in a thousand here; .0022 was
    // measured.
    assertThat((double) alike / LINES.size()).isLessThan(.015);
  }

  private static double quantile(double share, ToDoubleFunction<Line> of) {
    List<Double> values = new ArrayList<>();
    LINES.values().forEach(line -> values.add(of.applyAsDouble(line)));
    values.sort(null);
    return values.get((int) (share * (values.size() - 1)));
  }
}
