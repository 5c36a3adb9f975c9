package org.tocsin.local.up;

import java.util.Map;
import org.tocsin.detection.DetectionJob;
import org.tocsin.dissuasion.DissuasionJob;
import org.tocsin.linking.LinkingJob;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;

/** The live jobs, as on a cluster, sized for one machine. */
final class Jobs {

  private Jobs() {}

  static void submit(FlinkCluster flink, String bootstrap) throws Exception {
    JobSettings settings =
        JobSettings.of(
            Map.of(
                Setting.BOOTSTRAP,
                bootstrap,
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
