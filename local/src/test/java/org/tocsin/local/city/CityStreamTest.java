package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.label.Label;
import org.tocsin.local.city.label.Ref;

class CityStreamTest {
  private static final Instant START = Instant.parse("2025-06-11T07:15:00Z");

  @Test
  void thePastComesFirstAndThenLifeGoesOnInOrderOfTime() {
    // given
    CityStream stream = new CityStream(START, 5, 300, 60);

    // when
    List<Event> events = until(stream, START.plus(Duration.ofHours(26)));

    // then
    Set<Ref> ids = new HashSet<>();
    long last = 0;
    for (Event event : events) {
      assertThat(event.eventTime()).isGreaterThanOrEqualTo(last);
      assertThat(ids.add(Ref.of(event))).isTrue();
      last = event.eventTime();
    }
    assertThat(events.get(0)).isInstanceOf(CardOpening.class);
    assertThat(events).anyMatch(event -> event.eventTime() > START.toEpochMilli());
  }

  @Test
  void twoStreamsOfTheSameArgumentsAreTheSame() {
    // when
    List<Event> one = until(new CityStream(START, 5, 200, 60), START);
    List<Event> two = until(new CityStream(START, 5, 200, 60), START);

    // then
    assertThat(one).isEqualTo(two);
  }

  @Test
  void aLaterStartSharesNoEventIdWithAnEarlierOne() {
    // when
    List<Event> today = until(new CityStream(START, 5, 200, 60), START);
    Instant later = START.plus(Duration.ofDays(1));
    List<Event> tomorrow = until(new CityStream(later, 5, 200, 60), later);

    // then
    Set<String> ids = new HashSet<>();
    today.forEach(event -> ids.add(event.eventId()));
    assertThat(tomorrow).noneMatch(event -> ids.contains(event.eventId()));
  }

  @Test
  void storiesComeToTheirPointAroundTheStartAndNoneIsOld() {
    // given
    long start = START.toEpochMilli();
    City city = new City(CityStream.plan(start, 5, 1_000, 30));

    // when
    List<Label> told = new ArrayList<>();
    for (int day = 0; day <= CityStream.HISTORY.toDays(); day++) {
      city.nextDay();
      told.addAll(city.takeLabels());
    }

    // then
    long oldest = start - CityStream.UNDER_WAY.toMillis();
    assertThat(told).allMatch(label -> label.startTime() >= oldest);
    assertThat(told)
        .flatExtracting(Label::lossTimes)
        .filteredOn(loss -> Math.abs(loss.eventTime() - start) < 30 * 60_000)
        .hasSizeGreaterThan(5);
  }

  private static List<Event> until(CityStream stream, Instant end) {
    List<Event> events = new ArrayList<>();
    for (Event event = stream.next();
        event.eventTime() < end.toEpochMilli();
        event = stream.next()) {
      events.add(event);
    }
    return events;
  }
}
