package org.tocsin.core.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric with labels, such as {@code used{stream=events.call.v1}}: what {@link Turn#count} takes.
 * Made once, as constants: a stage counts by the name alone.
 *
 * @param name in {@code lower_snake_case}
 * @param labels by name, in order; values come from a small fixed set
 */
public record Labelled(String name, Map<String, String> labels) {

  private static final String BEGIN = "{";

  /**
   * @param labels names and values by turns, without the characters <code>{},=</code>
   */
  public static String of(String name, String... labels) {
    StringBuilder text = new StringBuilder(name).append(BEGIN);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? "" : ",").append(labels[i]).append('=').append(labels[i + 1]);
    }
    return text.append('}').toString();
  }

  /** A metric's name as {@link #of} made it, or one without labels. */
  public static Labelled parse(String metric) {
    int begin = metric.indexOf(BEGIN);
    if (begin < 0) {
      return new Labelled(metric, Map.of());
    }
    Map<String, String> labels = new LinkedHashMap<>();
    for (String label : List.of(metric.substring(begin + 1, metric.length() - 1).split(","))) {
      int equals = label.indexOf('=');
      labels.put(label.substring(0, equals), label.substring(equals + 1));
    }
    return new Labelled(metric.substring(0, begin), labels);
  }
}
