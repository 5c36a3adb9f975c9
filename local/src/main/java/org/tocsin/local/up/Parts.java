package org.tocsin.local.up;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, stopped in reverse. */
final class Parts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final Deque<Started> started = new ArrayDeque<>();

  /**
   * @param name null for a part of which nobody needs to hear
   */
  private record Started(String name, Part part) {}

  interface Starting<T extends Part> {
    T start() throws Exception;
  }

  Parts(PrintStream out) {
    this.out = out;
  }

  /** Starts a part and says how long that took. */
  <T extends Part> T start(String name, Starting<T> starting) throws Exception {
    long began = System.nanoTime();
    T part = starting.start();
    started.push(new Started(name, part));
    out.printf("  %-9s started in %.1f s%n", name, (System.nanoTime() - began) / NANOS_PER_SECOND);
    return part;
  }

  /** A part of which nobody needs to hear. */
  void keep(Part part) {
    started.push(new Started(null, part));
  }

  /** A failure to stop one part is told and does not keep the others from stopping. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      Started each = started.pop();
      try {
        each.part.stop();
        if (each.name != null) {
          out.printf("  %-9s stopped%n", each.name);
        }
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", each.name, e);
        out.printf("  %-9s did not stop cleanly: %s%n", each.name, e);
      }
    }
  }
}
