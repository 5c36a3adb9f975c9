package org.tocsin.runtime.fold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.tocsin.core.stage.Labelled;

/** The counters of a stage by the names it counts with; labels are groups of key and value. */
final class StageCounters {

  private final MetricGroup group;
  private final Map<String, Counter> counters = new HashMap<>();

  /**
   * @param known exist from the start
   */
  StageCounters(MetricGroup group, List<String> known) {
    this.group = group;
    known.forEach(this::counter);
  }

  /**
   * @param metric a name, with labels or without, see {@link Labelled}
   */
  void count(String metric) {
    counter(metric).inc();
  }

  private Counter counter(String metric) {
    Counter counter = counters.get(metric);
    if (counter == null) {
      counter = register(Labelled.parse(metric));
      counters.put(metric, counter);
    }
    return counter;
  }

  private Counter register(Labelled metric) {
    MetricGroup labelled = group;
    for (Map.Entry<String, String> label : metric.labels().entrySet()) {
      labelled = labelled.addGroup(label.getKey(), label.getValue());
    }
    return labelled.counter(metric.name());
  }
}
