package org.tocsin.runtime.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.runtime.fold.Tally.Added;
import org.tocsin.runtime.fold.Tally.Said;
import org.tocsin.runtime.rocksdb.RocksDbRecipe;

/** However much is cached, snapshotted, restored or rescaled: a fold says the same. */
class CachedFoldsAgreeTest {

  private static final int STEPS = 3_000;
  private static final int KEYS = 60;
  private static final long SEEDS = 8;

  enum Backend {
    HEAP(HashMapStateBackend::new),
    ROCKSDB(Backend::rocksDb);

    private final Supplier<StateBackend> make;

    Backend(Supplier<StateBackend> make) {
      this.make = make;
    }

    private static StateBackend rocksDb() {
      EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend(true);
      backend.setRocksDBOptions(new RocksDbRecipe());
      backend.setPriorityQueueStateType(EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP);
      return backend;
    }

    FoldHarness.Setup setup(int cacheEntries) {
      return FoldHarness.with()
          .backend(make.get())
          .cache(cacheEntries)
          .granularity(Duration.ofMillis(10))
          .snapshotInterval(Duration.ofMillis(500));
    }
  }

  /** One step of a run: an input, or with no input a watermark. */
  private record Step(Added input, long time) {}

  private static List<Step> steps(long seed) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    long clock = 1_000;
    for (int i = 0; i < STEPS; i++) {
      clock += random.nextInt(5);
      if (random.nextInt(20) == 0) {
        steps.add(new Step(null, clock - 50));
      } else {
        long amount = random.nextInt(30) == 0 ? -1 : random.nextInt(100);
        long wakeIn = random.nextInt(4) == 0 ? 1 + random.nextInt(200) : 0;
        // Keys of all signs: their key group and their order in RocksDB must not matter.
        long key = (random.nextInt(KEYS) - KEYS / 2) * 0x9E3779B97F4A7C15L;
        steps.add(new Step(new Added(key, amount, wakeIn), clock - random.nextInt(60)));
      }
    }
    return steps;
  }

  /** The machine's clock goes on with the steps, so that states are written behind in between. */
  private static void feed(FoldHarness fold, List<Step> steps) throws Exception {
    long wall = 0;
    for (Step step : steps) {
      wall = Math.max(wall, step.time());
      fold.wall(wall);
      if (step.input() == null) {
        fold.watermark(step.time());
      } else {
        fold.input(step.input(), step.time());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_the_size_of_the_cache(Backend backend) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Step> steps = steps(seed);
      List<Said> uncached = run(backend.setup(0), steps);

      for (int entries : new int[] {1, 7, KEYS * 2}) {
        assertThat(run(backend.setup(entries), steps))
            .as("seed %d, cache of %d", seed, entries)
            .isEqualTo(uncached);
      }
    }
  }

  private static List<Said> run(FoldHarness.Setup setup, List<Step> steps) throws Exception {
    try (FoldHarness fold = setup.open()) {
      feed(fold, steps);
      return fold.saidValues();
    }
  }

  @ParameterizedTest
  @EnumSource
  void restored_in_the_middle(Backend backend) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Step> steps = steps(seed);
      List<Said> undisturbed = run(backend.setup(7), steps);

      List<Said> said = new ArrayList<>();
      OperatorSubtaskState saved;
      try (FoldHarness fold = backend.setup(7).open()) {
        feed(fold, steps.subList(0, STEPS / 2));
        said.addAll(fold.saidValues());
        saved = fold.snapshot();
        // What happens after the snapshot is lost with the task, and comes again.
        feed(fold, steps.subList(STEPS / 2, STEPS / 2 + 100));
      }
      try (FoldHarness fold = backend.setup(7).restored(saved).open()) {
        feed(fold, steps.subList(STEPS / 2, STEPS));
        said.addAll(fold.saidValues());
      }

      assertThat(byKey(said)).as("seed %d", seed).isEqualTo(byKey(undisturbed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void rescaled_from_one_to_two(Backend backend) throws Exception {
    List<Step> steps = steps(4711);
    List<Said> undisturbed = run(backend.setup(7), steps);

    List<Said> said = new ArrayList<>();
    OperatorSubtaskState saved;
    try (FoldHarness fold = backend.setup(7).open()) {
      feed(fold, steps.subList(0, STEPS / 2));
      said.addAll(fold.saidValues());
      saved = fold.snapshot();
    }
    for (int subtask = 0; subtask < 2; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              saved, FoldHarness.MAX_PARALLELISM, 1, 2, subtask);
      try (FoldHarness fold = backend.setup(7).subtask(subtask, 2).restored(share).open()) {
        feed(fold, sharesOf(steps.subList(STEPS / 2, STEPS), subtask));
        said.addAll(fold.saidValues());
      }
    }

    assertThat(byKey(said)).isEqualTo(byKey(undisturbed));
  }

  private static List<Step> sharesOf(List<Step> steps, int subtask) {
    return steps.stream()
        .filter(step -> step.input() == null || subtaskOf(step.input().key()) == subtask)
        .toList();
  }

  private static int subtaskOf(Long key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, FoldHarness.MAX_PARALLELISM, 2);
  }

  /**
   * In the order of each key: timers of one time fire in any order of keys. Without the watermark:
   * a restored operator has none until the next one comes.
   */
  private static Map<Long, List<Said>> byKey(List<Said> said) {
    return said.stream()
        .map(s -> new Said(s.key(), s.total(), s.inputs(), s.why(), s.now(), 0))
        .collect(Collectors.groupingBy(Said::key));
  }
}
