package org.tocsin.local.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.tocsin.local.up.Broker;
import org.tocsin.runtime.topics.TopicPlan;
import org.tocsin.runtime.topics.Topics;

/** Runs one bench: everything in this JVM, the jobs one after the other on the same cluster. */
final class Bench {

  private static final int PARTITIONS = 4;
  private static final double MICROS_PER_MILLI = 1_000;

  private final BenchPlan plan;
  private final Path folder;
  private final PrintWriter progress;
  private final BenchReport report = new BenchReport();

  Bench(BenchPlan plan, Path folder, PrintWriter progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
  }

  BenchReport run() throws Exception {
    int parallelism = Runtime.getRuntime().availableProcessors();
    for (int accounts : plan.accounts()) {
      Path own = folder.resolve("of-" + accounts);
      Broker broker = Broker.start(own.resolve("broker"));
      try (BenchCluster cluster = BenchCluster.start(own.resolve("flink"), parallelism)) {
        new Size(accounts, broker.bootstrap(), cluster).measure();
      } finally {
        broker.stop();
      }
    }
    return report;
  }

  private void say(String line, Object... values) {
    progress.printf(Locale.ROOT, "bench: " + line + "%n", values);
    progress.flush();
  }

  /** The measurements with one number of accounts, on a broker and cluster of their own. */
  private final class Size {

    private final int accounts;
    private final EventMix mix;
    private final String bootstrap;
    private final BenchCluster cluster;
    private final BenchJobs jobs;
    private double stateBytes;
    private double fullRate;

    Size(int accounts, String bootstrap, BenchCluster cluster) {
      this.accounts = accounts;
      this.mix = new EventMix(accounts);
      this.bootstrap = bootstrap;
      this.cluster = cluster;
      this.jobs = new BenchJobs(bootstrap);
    }

    void measure() throws Exception {
      createTopics();
      say("%,d accounts: sending %,d events", accounts, total());
      try (Feeder feeder = new Feeder(bootstrap, 20)) {
        feeder.send(mix::event, 0, total());
      }
      if (plan.parts().contains(BenchPlan.Part.THROUGHPUT)) {
        throughput();
      }
      if (plan.parts().contains(BenchPlan.Part.STOCK)) {
        stock();
      }
      if (plan.parts().contains(BenchPlan.Part.LATENCY)) {
        for (int rate : plan.rates()) {
          latency(rate);
        }
      }
      if (plan.parts().contains(BenchPlan.Part.TRACE)) {
        trace();
      }
    }

    /** Traffic at the highest rate in a thread of its own, while reports are followed. */
    private void trace() throws Exception {
      int rate = plan.rates().stream().max(Integer::compare).orElseThrow();
      TraceLatency trace = new TraceLatency(bootstrap, plan.trees(), plan.furtherEach());
      AtomicBoolean goesOn = new AtomicBoolean(true);
      try (BenchCluster.Job job = cluster.submit(jobs.linking("latest"));
          Feeder feeder = new Feeder(bootstrap, 5)) {
        cluster.awaitReading(job);
        Thread traffic = new Thread(() -> traffic(feeder, rate, goesOn), "bench-traffic");
        traffic.start();
        try {
          Thread.sleep(plan.warmUpSeconds() * 1_000L);
          new TraceLatency(bootstrap, 1, plan.furtherEach()).measure("warm");
          trace.measure("trace");
        } finally {
          goesOn.set(false);
          traffic.join();
        }
      }
      tell(trace, rate);
    }

    private void traffic(Feeder feeder, int rate, AtomicBoolean goesOn) {
      long first = total() + 100_000_000L;
      for (long second = 0; goesOn.get(); second++) {
        long begin = first + second * rate;
        feeder.sendAtRate((i, due) -> mix.event(begin + i, System.currentTimeMillis()), rate, rate);
      }
    }

    private void tell(TraceLatency trace, int rate) {
      int furtherDue = plan.trees() * plan.furtherEach();
      tell("trace-whole", trace.reported(), plan.trees(), rate, 2_000);
      tell("trace-further", trace.further(), furtherDue, rate, 1_000);
    }

    private void tell(String name, Histogram micros, int due, int rate, int goalMillis) {
      say("%s at %,d events/s: %d of %d answered", name, rate, micros.getTotalCount(), due);
      String note = "goal %d; %d of %d answered".formatted(goalMillis, micros.getTotalCount(), due);
      report.add(
          accounts,
          "%s-p50-at-%d".formatted(name, rate),
          micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
          "ms",
          note);
      report.add(
          accounts,
          "%s-max-at-%d".formatted(name, rate),
          micros.getMaxValue() / MICROS_PER_MILLI,
          "ms",
          note);
    }

    private void createTopics() {
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
        new Topics(admin, (short) 1).apply(TopicPlan.standard().withPartitionsAtMost(PARTITIONS));
      }
    }

    private long total() {
      return mix.acquaintance() + plan.measured();
    }

    /** The first round of each warms the compiler and is not counted. */
    private void throughput() throws Exception {
      List<Throughput.Speed> identity = new ArrayList<>();
      List<Throughput.Speed> full = new ArrayList<>();
      for (int round = 0; round <= plan.rounds(); round++) {
        identity.add(read("identity", round, jobs.identity(), Throughput.Afterwards.NOTHING));
        full.add(
            read(
                "all patterns",
                round,
                jobs.full("earliest"),
                job -> stateBytes = job.stateBytes()));
      }
      double identityMean = mean(identity, Throughput.Speed::eventsASecond);
      fullRate = mean(full, Throughput.Speed::eventsASecond);
      report.add(accounts, "identity", identityMean, "events/s", "Kafka, decode, keyBy, Kafka");
      report.add(accounts, "full", fullRate, "events/s", "Kafka, all patterns on RocksDB, Kafka");
      report.add(accounts, "full-to-identity", fullRate / identityMean, "ratio", "goal 0.5");
      double identityCpu = mean(identity, Throughput.Speed::cpuMicros);
      double fullCpu = mean(full, Throughput.Speed::cpuMicros);
      report.add(accounts, "identity-cpu", identityCpu, "µs", "all threads, an event");
      report.add(accounts, "full-cpu", fullCpu, "µs", "all threads, an event");
      report.add(accounts, "cpu-ratio", identityCpu / fullCpu, "ratio", "steady beside others");
      report.add(
          accounts,
          "state",
          stateBytes / accounts,
          "bytes",
          "an account with its phone and person");
    }

    private Throughput.Speed read(
        String name,
        int round,
        Consumer<StreamExecutionEnvironment> job,
        Throughput.Afterwards afterwards)
        throws Exception {
      Throughput.Speed speed = Throughput.of(cluster, job, mix.acquaintance(), total(), afterwards);
      say(
          "%s, %s: %,.0f events/s, %.1f µs of CPU each",
          name,
          round == 0 ? "warm-up" : "round " + round,
          speed.eventsASecond(),
          speed.cpuMicros());
      return speed;
    }

    /** The stock operators would take an hour for all of it: they are given their best minutes. */
    private void stock() throws Exception {
      double stock =
          Throughput.within(
              cluster, jobs.stock(), total() - plan.measured(), total(), plan.stockAtMost());
      say("stock CEP operators: %,.0f events/s", stock);
      report.add(accounts, "stock", stock, "events/s", "in at most " + plan.stockAtMost());
      if (fullRate > 0) {
        report.add(accounts, "full-to-stock", fullRate / stock, "ratio", "goal 50");
      }
    }

    private void latency(int rate) throws Exception {
      try (BenchCluster.Job job = cluster.submit(jobs.full("latest"))) {
        cluster.awaitReading(job);
        acquaint(job);
        long first = total() + (long) rate * 1_000;
        Latency warmUp = at(rate, plan.warmUpSeconds(), first, "warm" + rate);
        warmUp.measure();
        Latency measured = at(rate, plan.seconds(), first + warmUp.events(), "at" + rate);
        tell(rate, measured, measured.measure());
      }
    }

    /** Without it every partner is a stranger, and two events in three make a signal. */
    private void acquaint(BenchCluster.Job job) throws Exception {
      long now = System.currentTimeMillis();
      try (Feeder feeder = new Feeder(bootstrap, 20)) {
        feeder.send(i -> mix.acquaintance(i, now), 0, mix.acquaintance());
      }
      Throughput.await(job, mix.acquaintance());
    }

    private Latency at(int rate, int seconds, long first, String run) {
      return new Latency(bootstrap, mix, first, rate, seconds, plan.eventsPerProbe(), run);
    }

    private void tell(int rate, Latency latency, Histogram micros) {
      say("at %,d events/s: %d of %d answered", rate, micros.getTotalCount(), latency.sent());
      for (double percentile : new double[] {50, 99, 99.9}) {
        String name = "p" + String.valueOf(percentile).replace(".0", "").replace(".", "");
        report.add(
            accounts,
            "latency-%s-at-%d".formatted(name, rate),
            micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI,
            "ms",
            percentile == 99 && rate == 10_000 ? "goal 50" : "event due to warning read");
      }
      report.add(
          accounts,
          "latency-answered-at-" + rate,
          (double) micros.getTotalCount() / latency.sent(),
          "ratio",
          "%d warnings timed".formatted(latency.sent()));
    }

    /** Without the first. */
    private static double mean(
        List<Throughput.Speed> values, ToDoubleFunction<Throughput.Speed> figure) {
      return values.stream().skip(1).mapToDouble(figure).average().orElseThrow();
    }
  }
}
