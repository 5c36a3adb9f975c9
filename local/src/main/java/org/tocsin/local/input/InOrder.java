package org.tocsin.local.input;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on all cores whose results are handed over in the order of what went in. */
final class InOrder implements AutoCloseable {

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          threads,
          task -> {
            Thread thread = new Thread(task, "read");
            thread.setDaemon(true);
            return thread;
          });

  interface Source<I> {
    /** Null at the end. */
    I next() throws IOException;
  }

  interface Sink<O> {
    void accept(O result) throws IOException;
  }

  /** Takes from the source and gives to the sink on the calling thread, a few items ahead. */
  <I, O> void run(Source<I> source, Function<I, O> work, Sink<O> sink) throws IOException {
    Deque<Future<O>> ahead = new ArrayDeque<>();
    for (I item = source.next(); item != null; item = source.next()) {
      I each = item;
      ahead.add(pool.submit(() -> work.apply(each)));
      if (ahead.size() > 2 * threads) {
        sink.accept(result(ahead.remove()));
      }
    }
    while (!ahead.isEmpty()) {
      sink.accept(result(ahead.remove()));
    }
  }

  private static <O> O result(Future<O> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
