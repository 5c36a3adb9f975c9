package org.tocsin.runtime.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.tocsin.runtime.fold.Tally.Added;

/** A stage in Flink: its state, its wake-ups, its clock and what it leaves behind. */
class FoldOperatorTest {

  @Test
  void each_key_has_a_state_of_its_own() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 10, 0), 100);
      fold.input(new Added(2, 5, 0), 101);
      fold.input(new Added(1, 7, 0), 102);

      assertThat(fold.saidValues()).extracting(Tally.Said::total).containsExactly(10L, 5L, 17L);
    }
  }

  @Test
  void what_is_emitted_carries_the_time_of_what_was_handled() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 10, 50), 100);
      fold.watermark(200);

      assertThat(fold.said())
          .extracting(record -> record.getTimestamp())
          .containsExactly(100L, 150L);
    }
  }

  @Test
  void now_is_the_given_clock_or_the_time_of_what_is_handled() throws Exception {
    try (FoldHarness live = FoldHarness.with().time(handled -> 9_000).open();
        FoldHarness replay = FoldHarness.with().time(TimeSource.event()).open()) {
      live.input(new Added(1, 10, 0), 100);
      replay.input(new Added(1, 10, 0), 100);

      assertThat(live.saidValues()).extracting(Tally.Said::now).containsExactly(9_000L);
      assertThat(replay.saidValues()).extracting(Tally.Said::now).containsExactly(100L);
    }
  }

  @Test
  void the_watermark_is_told() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 1, 0), 100);
      fold.watermark(90);
      fold.input(new Added(1, 1, 0), 101);

      assertThat(fold.saidValues())
          .extracting(Tally.Said::watermark)
          .containsExactly(Long.MIN_VALUE, 90L);
    }
  }

  @Test
  void wake_ups_are_rounded_up_and_told_once() throws Exception {
    try (FoldHarness fold = FoldHarness.with().granularity(Duration.ofSeconds(1)).open()) {
      fold.input(new Added(1, 1, 100), 1_000);
      fold.input(new Added(1, 1, 50), 1_100);
      fold.input(new Added(1, 1, 700), 1_300);
      assertThat(fold.timers()).isEqualTo(1);
      fold.said();

      fold.watermark(1_999);
      assertThat(fold.said()).isEmpty();
      fold.watermark(2_000);

      assertThat(fold.said()).extracting(record -> record.getTimestamp()).containsExactly(2_000L);
      assertThat(fold.timers()).isZero();
    }
  }

  @Test
  void a_wake_up_in_the_past_comes_with_the_next_watermark() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.watermark(10_000);
      fold.input(new Added(1, 1, 5), 100);
      fold.said();
      fold.watermark(10_001);
      fold.input(new Added(1, 1, 5), 100);
      fold.watermark(10_002);

      assertThat(fold.saidValues())
          .extracting(Tally.Said::why)
          .containsExactly("time", "input", "time");
    }
  }

  @Test
  void a_time_that_never_comes_sets_no_timer() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 1, Long.MAX_VALUE - 100), 100);

      assertThat(fold.timers()).isZero();
    }
  }

  @Test
  void the_end_of_bounded_input_fires_no_timer() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 1, 50), 100);
      fold.said();
      fold.watermark(Long.MAX_VALUE);

      assertThat(fold.said()).isEmpty();
      assertThat(fold.timers()).isEqualTo(1);
    }
  }

  @Test
  void a_forgotten_key_leaves_nothing() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 10, 0), 100);
      fold.input(new Added(2, 10, 0), 100);
      fold.snapshot();
      assertThat(fold.states()).isEqualTo(2);

      fold.input(new Added(1, -1, 0), 101);
      fold.snapshot();

      assertThat(fold.states()).isEqualTo(1);
    }
  }

  @Test
  void what_changed_is_written_before_a_snapshot_and_on_eviction_only() throws Exception {
    try (FoldHarness fold = FoldHarness.with().cache(2).open()) {
      fold.input(new Added(1, 1, 0), 100);
      fold.input(new Added(2, 1, 0), 101);
      assertThat(fold.states()).isZero();

      fold.input(new Added(3, 1, 0), 102);
      assertThat(fold.states()).isEqualTo(1);

      fold.snapshot();
      assertThat(fold.states()).isEqualTo(3);
    }
  }

  @Test
  void a_restored_key_goes_on_where_it_was() throws Exception {
    OperatorSubtaskState saved;
    try (FoldHarness fold = FoldHarness.with().open()) {
      fold.input(new Added(1, 10, 500), 100);
      saved = fold.snapshot();
    }

    try (FoldHarness fold = FoldHarness.with().restored(saved).open()) {
      fold.input(new Added(1, 5, 0), 200);
      fold.watermark(600);

      assertThat(fold.saidValues()).extracting(Tally.Said::total).containsExactly(15L, 15L);
      assertThat(fold.timers()).isZero();
    }
  }

  @Test
  void state_that_nobody_touched_for_its_retention_is_gone() throws Exception {
    try (FoldHarness fold = FoldHarness.with().cache(0).retention(Duration.ofDays(400)).open()) {
      fold.processingTime(0);
      fold.input(new Added(1, 10, 0), 100);
      fold.processingTime(Duration.ofDays(399).toMillis());
      fold.input(new Added(1, 1, 0), 101);
      fold.processingTime(Duration.ofDays(399 + 401).toMillis());
      fold.input(new Added(1, 1, 0), 102);

      assertThat(fold.saidValues()).extracting(Tally.Said::total).isEqualTo(List.of(10L, 11L, 1L));
    }
  }

  @Test
  void a_record_without_a_time_is_refused() throws Exception {
    try (FoldHarness fold = FoldHarness.with().open()) {
      assertThatThrownBy(() -> fold.inputWithoutTime(new Added(1, 1, 0)))
          .hasMessageContaining("without event time");
    }
  }
}
