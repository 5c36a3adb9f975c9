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
 */
final class CacheRoom {

  private static final double HEAP_SHARE = 0.5;

  /** Measured: 2.2 KB a profile with an account's or phone's first weeks, and it grows. */
  private static final int BYTES_A_STATE = 3 << 10;

  private CacheRoom() {}

  /** Of this process. */
  static int entries(FoldSettings settings, TaskManagerRuntimeInfo manager) {
    return entries(
        settings,
        Runtime.getRuntime().maxMemory(),
        manager.getConfiguration().get(TaskManagerOptions.NUM_TASK_SLOTS));
  }

  static int entries(FoldSettings settings, long heapBytes, int slots) {
    if (settings.heapPart() == 0) {
      return settings.cacheEntries();
    }
    double bytes = heapBytes * HEAP_SHARE / slots * settings.heapPart();
    return (int) Math.min(settings.cacheEntries(), Math.max(1, bytes / BYTES_A_STATE));
  }
}
