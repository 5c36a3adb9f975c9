package org.tocsin.runtime.rocksdb;

import java.util.Collection;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.Priority;

/**
 * How RocksDB is set up for keyed folds: a prefix is the key group and the 64-bit key, so that a
 * look-up of an unknown key, the commonest there is, ends at a Bloom filter.
 *
 * <p>A checkpoint holds up every record until the memtables are on disk. They are therefore small,
 * so that most of what was written is on disk by then, and as many more files are let lie at level
 * 0 before they are merged: about as much is merged as often as by RocksDB's own sizes. With those
 * (64 MiB, 4 files, 1 thread) a checkpoint at 10,000 events a second stood still for 300 to 600 ms;
 * with these, on the same machine, for 50 to 140.
 *
 * <p>Files are merged by universal compaction: every state is written anew within minutes, and
 * levels would rewrite all of it each time a few files are merged. Look-ups end at Bloom filters or
 * in the cache, so more files to look at cost next to nothing; the price is room on disk, up to
 * three times the state.
 *
 * <p>{@code prefixSameAsStart} is left off on purpose. It would speed up the iteration of map
 * state, of which folds have none, and Flink uses the same read options for whole scans (migration
 * of a state, keys of a state), which would then end silently after the first key.
 */
public final class RocksDbRecipe implements RocksDBOptionsFactory {

  private static final long serialVersionUID = 1L;

  /**
   * Threads that write memtables to disk, for all RocksDB instances of a process together. Every
   * keyed step of every slot has an instance, and a checkpoint waits for the memtables of all of
   * them at once: with RocksDB's own single thread they wait for each other.
   */
  private static final int FLUSH_THREADS = 8;

  private static final long MEMTABLE_BYTES = 4 << 20;
  private static final int MEMTABLES = 4;
  private static final int FILES_BEFORE_MERGE = 16;
  private static final int FILES_BEFORE_SLOWDOWN = 32;
  private static final int FILES_BEFORE_STOP = 48;

  /** Up to here Flink writes the key group as one byte. */
  public static final int MAX_PARALLELISM = 128;

  private static final int KEY_GROUP_BYTES = 1;
  private static final int PREFIX_BYTES = KEY_GROUP_BYTES + Long.BYTES;
  private static final double MEMTABLE_BLOOM_SHARE = 0.1;

  /**
   * Switches the recipe on.
   *
   * @throws IllegalArgumentException when the configured maximum parallelism gives key groups of
   *     two bytes: the prefix would then cut keys in half
   */
  public static void apply(Configuration configuration) {
    int maxParallelism = configuration.get(PipelineOptions.MAX_PARALLELISM);
    if (maxParallelism < 1 || maxParallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "maximum parallelism must be set, to 1–%d: it is %d"
              .formatted(MAX_PARALLELISM, maxParallelism));
    }
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.HEAP);
    configuration.set(RocksDBOptions.OPTIONS_FACTORY, RocksDbRecipe.class.getName());
    configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
  }

  @Override
  public DBOptions createDBOptions(DBOptions options, Collection<AutoCloseable> handles) {
    Env.getDefault().setBackgroundThreads(FLUSH_THREADS, Priority.HIGH);
    return options;
  }

  @Override
  public ColumnFamilyOptions createColumnOptions(
      ColumnFamilyOptions options, Collection<AutoCloseable> handles) {
    return options
        .useFixedLengthPrefixExtractor(PREFIX_BYTES)
        .setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM_SHARE)
        .setCompactionStyle(CompactionStyle.UNIVERSAL)
        .setWriteBufferSize(MEMTABLE_BYTES)
        .setMaxWriteBufferNumber(MEMTABLES)
        .setLevel0FileNumCompactionTrigger(FILES_BEFORE_MERGE)
        .setLevel0SlowdownWritesTrigger(FILES_BEFORE_SLOWDOWN)
        .setLevel0StopWritesTrigger(FILES_BEFORE_STOP);
  }
}
