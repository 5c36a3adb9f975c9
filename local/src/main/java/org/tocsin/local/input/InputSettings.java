package org.tocsin.local.input;

import java.time.Duration;
import org.tocsin.runtime.wire.EventMapper;

/**
 * How a folder is read.
 *
 * @param mapper makes events of accepted records
 * @param now the machine's clock, epoch milliseconds: no record may lie far ahead of it
 * @param lateness how far behind the newest a record may lie before it is counted as late
 */
public record InputSettings(EventMapper mapper, long now, Duration lateness) {

  /** The contract's default. */
  public static final Duration LATENESS = Duration.ofSeconds(60);

  public static InputSettings of(EventMapper mapper) {
    return new InputSettings(mapper, System.currentTimeMillis(), LATENESS);
  }
}
