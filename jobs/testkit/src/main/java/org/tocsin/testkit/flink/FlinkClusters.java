package org.tocsin.testkit.flink;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** Flink in the test's process; for {@code @RegisterExtension static final}. */
public final class FlinkClusters {

  private static final String LOOPBACK = "127.0.0.1";

  private FlinkClusters() {}

  /** One task manager, on free ports of the loopback address. */
  public static MiniClusterExtension withSlots(int slots) {
    return started(slots, new Configuration());
  }

  /**
   * As {@link #withSlots}, with the measurements that an operator scrapes, see {@link MetricsPage}.
   */
  public static MiniClusterExtension withMetrics(int slots, int metricsPort) {
    Configuration configuration = new Configuration();
    configuration.setString(
        "metrics.reporter.prom.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    configuration.setString("metrics.reporter.prom.port", Integer.toString(metricsPort));
    configuration.setString("metrics.reporter.prom.filterLabelValueCharacters", "false");
    return started(slots, configuration);
  }

  private static MiniClusterExtension started(int slots, Configuration configuration) {
    configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_PORT, "0");
    return new MiniClusterExtension(
        new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(configuration)
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(slots)
            .build());
  }
}
