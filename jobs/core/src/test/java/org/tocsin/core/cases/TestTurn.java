package org.tocsin.core.cases;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.tocsin.core.stage.Turn;

/** A turn of a stage whose clocks and whose ears are a test's. */
record TestTurn<O>(
    LongSupplier clock,
    LongSupplier eventClock,
    Consumer<O> out,
    LongConsumer wakes,
    Map<String, Integer> counts)
    implements Turn<O> {

  @Override
  public long now() {
    return clock.getAsLong();
  }

  @Override
  public long watermark() {
    return eventClock.getAsLong();
  }

  @Override
  public void emit(O output) {
    out.accept(output);
  }

  @Override
  public void wakeAt(long time) {
    wakes.accept(time);
  }

  @Override
  public void count(String metric) {
    counts.merge(metric, 1, Integer::sum);
  }
}
