package org.tocsin.runtime.fold;

import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.taskmanager.TaskManagerRuntimeInfo;

/**
 * How many states fit into what caches may take of a task manager's heap. A heap that fills with
 * states ends the job, and does so again after each restart; one that holds fewer is only slower.
 *
 * <p>Of the heap one half may be taken: the rest is for records on their way, for what becomes of
 * them before it is collected, and for Flink. It is divided among all slots, as each may run a job
 * with caches of its own.
 *
 * @param entries states that are held at most
 * @param bytes of heap that they may take by their lengths; {@link Long#MAX_VALUE} without a limit
 */
record CacheRoom(int entries, long bytes) {

  private static final double HEAP_SHARE = 0.5;

  /** Measured: 2.2 KB a profile with an account's or phone's first weeks, and it grows. */
  private static final int BYTES_A_STATE = 3 << 10;

  /** Written, such a profile has 1.2 KB. */
  private static final int USUAL_LENGTH = 1_536;

  /** Measured: a busy account's 1,024 transfers are 93 KB written and 397 KB on heap. */
  private static final int HEAP_A_BYTE = 5;

  /** Of this process. */
  static CacheRoom of(FoldSettings settings, TaskManagerRuntimeInfo manager) {
    return of(
        settings,
        Runtime.getRuntime().maxMemory(),
        manager.getConfiguration().get(TaskManagerOptions.NUM_TASK_SLOTS));
  }

  static CacheRoom of(FoldSettings settings, long heapBytes, int slots) {
    if (settings.heapPart() == 0) {
      return new CacheRoom(settings.cacheEntries(), Long.MAX_VALUE);
    }
    double bytes = heapBytes * HEAP_SHARE / slots * settings.heapPart();
    int entries = (int) Math.min(settings.cacheEntries(), Math.max(1, bytes / BYTES_A_STATE));
    return new CacheRoom(entries, Math.max(BYTES_A_STATE, (long) bytes));
  }

  /**
   * Heap a state takes, as far as its length tells.
   *
   * @param length written, in bytes; 0 when unknown, which is taken for a usual one
   */
  static long heap(int length) {
    return BYTES_A_STATE + (long) HEAP_A_BYTE * Math.max(0, length - USUAL_LENGTH);
  }
}
