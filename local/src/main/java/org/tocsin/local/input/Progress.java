package org.tocsin.local.input;

import java.io.PrintStream;
import java.time.Duration;
import org.tocsin.schemas.Contract;

/** Tells the person at the terminal, now and then, how far the reading is. */
public final class Progress {

  private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintStream out;
  private long told = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Says it at once. */
  public void say(String what, Object... arguments) {
    out.println(what.formatted(arguments));
    told = System.nanoTime();
  }

  void read(Contract stream, long lines) {
    if (System.nanoTime() - told > EVERY_NANOS) {
      say("  %s: %,d records so far", stream.file(), lines);
    }
  }
}
