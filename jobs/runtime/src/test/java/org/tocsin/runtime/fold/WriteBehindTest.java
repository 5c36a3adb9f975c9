package org.tocsin.runtime.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.tocsin.runtime.fold.Tally.Added;

/** Ahead of a snapshot most of its work is done; what a snapshot holds is the same. */
class WriteBehindTest {

  private static final long INTERVAL = 1_000;
  private static final int KEYS = 80;

  private static FoldHarness.Setup snapshotsEvery(long millis) {
    return FoldHarness.with().cache(10_000).snapshotInterval(Duration.ofMillis(millis));
  }

  private static void change(FoldHarness fold, int keys) throws Exception {
    for (int key = 0; key < keys; key++) {
      fold.input(new Added(key, 1, 0), 100);
    }
  }

  /** Tick by tick, as the clock of a machine goes. */
  private static void pass(FoldHarness fold, long from, long to) throws Exception {
    for (long now = from; now <= to; now += WriteBehind.TICK_MILLIS) {
      fold.wall(now);
    }
  }

  @Test
  void nothing_is_written_while_the_next_snapshot_is_far() throws Exception {
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      change(fold, KEYS);
      pass(fold, 0, INTERVAL / 2 - WriteBehind.TICK_MILLIS);

      assertThat(fold.states()).isZero();
    }
  }

  @Test
  void all_that_changed_is_written_before_the_next_snapshot_is_due() throws Exception {
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      change(fold, KEYS);

      pass(fold, 0, INTERVAL / 2 + 2 * WriteBehind.TICK_MILLIS);
      assertThat(fold.states()).as("a portion").isBetween(1, KEYS / 2);

      pass(fold, INTERVAL / 2, INTERVAL);
      assertThat(fold.states()).isEqualTo(KEYS);
    }
  }

  @Test
  void the_next_interval_begins_at_the_snapshot() throws Exception {
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      fold.wall(INTERVAL);
      fold.snapshot();
      change(fold, KEYS);

      pass(fold, INTERVAL, INTERVAL + INTERVAL / 2 - WriteBehind.TICK_MILLIS);
      assertThat(fold.states()).isZero();

      pass(fold, INTERVAL + INTERVAL / 2, 2 * INTERVAL);
      assertThat(fold.states()).isEqualTo(KEYS);
    }
  }

  @Test
  void nothing_is_written_twice_while_more_changes_than_can_be_written() throws Exception {
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      for (long now = 0; now <= INTERVAL; now += WriteBehind.TICK_MILLIS) {
        change(fold, WriteBehind.WRITES_A_TICK + 1);
        fold.wall(now);
      }
      assertThat(fold.states()).as("left to the snapshot").isZero();

      fold.wall(INTERVAL + 2 * WriteBehind.TICK_MILLIS);
      assertThat(fold.states()).as("once it is quiet").isPositive();
    }
  }

  @Test
  void a_late_snapshot_finds_all_written_but_what_changed_just_now() throws Exception {
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      change(fold, KEYS);
      fold.wall(3 * INTERVAL);
      assertThat(fold.states()).isEqualTo(KEYS);
    }
  }

  @Test
  void without_snapshots_nothing_is_written_ahead_of_them() throws Exception {
    try (FoldHarness fold = snapshotsEvery(0).open()) {
      change(fold, KEYS);
      fold.wall(100 * INTERVAL);

      assertThat(fold.states()).isZero();
    }
  }

  @Test
  void a_state_that_was_forgotten_is_taken_out() throws Exception {
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      change(fold, 1);
      fold.wall(INTERVAL);
      fold.input(new Added(0, -1, 0), 101);
      fold.wall(2 * INTERVAL);

      assertThat(fold.states()).isZero();
    }
  }

  @Test
  void what_is_written_ahead_and_changed_again_is_in_the_snapshot() throws Exception {
    OperatorSubtaskState saved;
    try (FoldHarness fold = snapshotsEvery(INTERVAL).open()) {
      change(fold, KEYS);
      fold.wall(INTERVAL);
      change(fold, KEYS);
      saved = fold.snapshot();
    }
    try (FoldHarness fold = snapshotsEvery(INTERVAL).restored(saved).open()) {
      change(fold, KEYS);

      assertThat(fold.saidValues()).extracting(Tally.Said::total).hasSize(KEYS).containsOnly(3L);
    }
  }
}
