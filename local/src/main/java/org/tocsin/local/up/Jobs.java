package org.tocsin.local.up;

import java.util.Map;
import org.tocsin.detection.DetectionJob;
import org.tocsin.dissuasion.DissuasionJob;
import org.tocsin.linking.LinkingJob;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.schemas.KafkaAccess;

/** The live jobs, as on a cluster, sized for one machine. */
final class Jobs {

  private Jobs() {}

  /**
   * @param kafkaConfig file that says what is presented to the brokers; null for nothing
   */
  static void submit(FlinkCluster flink, KafkaAccess kafka, String kafkaConfig) throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP,
                kafka.bootstrap(),
                Setting.KAFKA_CONFIG,
                kafkaConfig == null ? "" : kafkaConfig,
                Setting.PARALLELISM,
                Integer.toString(FlinkCluster.PARALLELISM)));
    flink.submit(
        DetectionJob.NAME,
        environment -> {
          JobEnvironment.configure(environment, settings);
          DetectionJob.define(environment, settings);
        });
    flink.submit(
        DissuasionJob.NAME,
        environment -> {
          JobEnvironment.configure(environment, settings);
          DissuasionJob.attach(environment, settings);
        });
    flink.submit(
        LinkingJob.NAME,
        environment -> {
          JobEnvironment.configure(environment, settings);
          LinkingJob.attach(environment, settings);
        });
  }
}
