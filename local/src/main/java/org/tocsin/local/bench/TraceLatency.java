package org.tocsin.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.schemas.Contract;

/**
 * How soon the money of a report is traced while traffic goes on at a fixed rate: from the report
 * at the sender until a revision of the trace with every transfer is in the hands of a reader of
 * {@code links.v1}, and from each further transfer until the trace has it.
 */
final class TraceLatency {

  private static final long HIGHEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TAKEN_IN = Duration.ofSeconds(2);

  private final String bootstrap;
  private final int trees;
  private final int furtherEach;
  private final Histogram reported = new Histogram(HIGHEST_MICROS, 3);
  private final Histogram further = new Histogram(HIGHEST_MICROS, 3);

  /** What the trace of the tree that is looked at was last told to hold, and since when. */
  private final Map<String, Long> heldSince = new ConcurrentHashMap<>();

  private volatile MoneyTree watched;

  /**
   * @param trees reports, one after the other
   * @param furtherEach transfers after each report
   */
  TraceLatency(String bootstrap, int trees, int furtherEach) {
    this.bootstrap = bootstrap;
    this.trees = trees;
    this.furtherEach = furtherEach;
  }

  /** Microseconds from a report to the whole trace. */
  Histogram reported() {
    return reported;
  }

  /** Microseconds from a further transfer to the trace that has it. */
  Histogram further() {
    return further;
  }

  /**
   * The job must be running, and traffic too.
   *
   * @param run tells this measurement's trees from those of another
   */
  void measure(String run) throws InterruptedException {
    try (Tail tail = Tail.of(bootstrap, Contract.LINK, this::read);
        Feeder feeder = new Feeder(bootstrap, 0)) {
      for (int i = 0; i < trees; i++) {
        follow(new MoneyTree(run + "-tree-" + i), feeder);
      }
    }
  }

  private void follow(MoneyTree tree, Feeder feeder) throws InterruptedException {
    heldSince.clear();
    watched = tree;
    tree.transfers(System.currentTimeMillis()).forEach(feeder::send);
    feeder.flush();
    Thread.sleep(TAKEN_IN.toMillis());
    long sent = System.nanoTime();
    feeder.send(tree.report(System.currentTimeMillis()));
    if (!await(() -> heldSince.size() == MoneyTree.size())) {
      return; // Not answered: it is missing in the histogram, and the report says so.
    }
    reported.recordValue(
        micros(heldSince.values().stream().max(Long::compare).orElseThrow() - sent));
    for (int i = 0; i < furtherEach; i++) {
      followFurther(tree, i, feeder);
    }
  }

  private void followFurther(MoneyTree tree, int number, Feeder feeder)
      throws InterruptedException {
    long sent = System.nanoTime();
    feeder.send(tree.further(number, System.currentTimeMillis()));
    String id = tree.furtherId(number);
    if (await(() -> heldSince.containsKey(id))) {
      further.recordValue(micros(heldSince.get(id) - sent));
    }
  }

  private static long micros(long nanos) {
    return Math.min(HIGHEST_MICROS, Math.max(0, nanos) / 1_000);
  }

  /** False when it never was so. */
  private static boolean await(BooleanSupplier held) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!held.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(1);
    }
    return held.getAsBoolean();
  }

  private void read(GenericRecord link, long nanos) {
    MoneyTree tree = watched;
    for (Object hop : (List<?>) link.get("hops")) {
      String eventId = String.valueOf(((GenericRecord) hop).get("eventId"));
      if (tree.isMine(eventId)) {
        heldSince.putIfAbsent(eventId, nanos);
      }
    }
  }
}
