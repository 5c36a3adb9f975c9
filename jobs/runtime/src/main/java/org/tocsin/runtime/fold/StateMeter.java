package org.tocsin.runtime.fold;

import org.apache.flink.metrics.Counter;
import org.tocsin.runtime.types.ByteMeter;

/** The length of the state that was read or written last, and how much was written in all. */
final class StateMeter implements ByteMeter {

  private final Counter written;
  private int last;

  StateMeter(Counter written) {
    this.written = written;
  }

  @Override
  public void read(int bytes) {
    last = bytes;
  }

  @Override
  public void written(int bytes) {
    last = bytes;
    written.inc(bytes);
  }

  /** Bytes since this was asked last; 0 where nothing was, as with a state that lives on heap. */
  int take() {
    int taken = last;
    last = 0;
    return taken;
  }
}
