package org.tocsin.console.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.delivery.Loop;
import org.tocsin.console.store.RetentionStore;

/**
 * Deletes what is older than it may be kept: little at a time, so that the intake never waits long,
 * and every hour, so that a console that was off for a while catches up.
 */
public final class RetentionJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final RetentionStore store;
  private final RetentionSettings settings;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Loop loop = new Loop("retention", EVERY, this::round);

  public RetentionJob(
      RetentionStore store, RetentionSettings settings, Clock clock, MeterRegistry registry) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.registry = registry;
  }

  public RetentionJob start() {
    loop.start();
    return this;
  }

  /** True when there is more to delete. */
  boolean round() {
    Instant now = clock.instant();
    Map<String, Integer> deleted =
        store.delete(
            now.minus(settings.cases()),
            now.minus(settings.events()),
            now.minus(settings.deliveries()));
    deleted.forEach(
        (what, rows) ->
            registry.counter("tocsin.desk.retention.deleted", "what", what).increment(rows));
    boolean any = deleted.values().stream().anyMatch(rows -> rows > 0);
    if (any) {
      LOG.info("Deleted what was kept long enough: {}", deleted);
    }
    return any;
  }

  @Override
  public void close() {
    loop.close();
  }
}
