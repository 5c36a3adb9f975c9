package org.tocsin.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.core.links.Link;

/**
 * A trace over six hops and 500 accounts is there within 2 s of the report, and grows within 1 s.
 */
class TraceSpeedTest {

  private static final int HOPS = 6;
  private static final int WIDE = 100;

  private final Money story = new Money();

  /** One account, then a hundred in each of five hops, money to all of them. */
  private void wide() {
    story
        .owns("01-05 09:00", "anna", "savings")
        .pays("03-11 15:00", "savings", "mule-1-0", 1_000_000);
    for (int hop = 2; hop <= HOPS; hop++) {
      for (int i = 0; i < WIDE; i++) {
        String from = hop == 2 ? "mule-1-0" : "mule-%d-%d".formatted(hop - 1, i);
        String time = "03-11 15:%02d:%02d".formatted(hop * 2 + i / 60, i % 60);
        story.pays(time, from, "mule-%d-%d".formatted(hop, i), 10_000 - hop * 100);
      }
    }
  }

  @Test
  void six_hops_and_five_hundred_accounts() {
    wide();
    Rooms rooms = new Rooms().feed(story.events());
    Money report = new Money().reports("03-11 16:00", "anna", "mule-1-0", 1_000_000.0);
    Money further = new Money().pays("03-11 16:01", "mule-6-7", "mule-7", 9_400);

    Duration proposed = timed(() -> rooms.feed(report.events()));
    assertThat(rooms.links()).hasSize(1);
    assertThat(rooms.trace().proposals()).hasSizeGreaterThanOrEqualTo(500);
    Duration updated = timed(() -> rooms.feed(further.events()));

    assertThat(rooms.trace().hops()).extracting(Link.Hop::to).contains("mule-7");
    assertThat(proposed).isLessThan(Duration.ofSeconds(2));
    assertThat(updated).isLessThan(Duration.ofSeconds(1));
  }

  private static Duration timed(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
