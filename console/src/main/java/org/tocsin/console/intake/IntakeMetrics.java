package org.tocsin.console.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;

/** What the intake counts. */
final class IntakeMetrics {

  private final MeterRegistry registry;
  private final Timer batches;
  private final Counter interruptions;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.batches =
        Timer.builder("tocsin.desk.intake.batch")
            .description("Time to write one batch to the database")
            .register(registry);
    this.interruptions =
        Counter.builder("tocsin.desk.intake.interruptions")
            .description("Times the broker or the database was away")
            .register(registry);
  }

  Timer.Sample batchStarted() {
    return Timer.start(registry);
  }

  void batchWritten(Timer.Sample sample, Collection<Told> batch) {
    sample.stop(batches);
    for (Told told : batch) {
      Counter.builder("tocsin.desk.intake.records")
          .description("Messages taken in")
          .tag("topic", told.topic())
          .register(registry)
          .increment();
    }
  }

  void refused(String topic) {
    Counter.builder("tocsin.desk.intake.refused")
        .description("Messages that are no record of their topic")
        .tag("topic", topic)
        .register(registry)
        .increment();
  }

  void interrupted() {
    interruptions.increment();
  }
}
