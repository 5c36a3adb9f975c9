package org.tocsin.testkit.flink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus would scrape from a Flink in the test's process, under the names it would see.
 */
public final class MetricsPage {

  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI page;

  /**
   * @param port of the loopback address
   */
  public MetricsPage(int port) {
    page = URI.create("http://127.0.0.1:" + port + "/metrics");
  }

  /** One line of the page. */
  public record Sample(String name, Map<String, String> labels, double value) {}

  /** All of the page. */
  public List<Sample> samples() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return client
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(MetricsPage::sample)
        .toList();
  }

  /** The names on the page. */
  public Set<String> names() throws IOException, InterruptedException {
    Set<String> names = new TreeSet<>();
    samples().forEach(sample -> names.add(sample.name()));
    return names;
  }

  /** The sums over all subtasks by the value of a label; labels at 0 are left out. */
  public Map<String, Long> sums(String name, String label)
      throws IOException, InterruptedException {
    Map<String, Long> sums = new HashMap<>();
    for (Sample sample : samples()) {
      if (sample.name().equals(name) && sample.value() != 0) {
        sums.merge(sample.labels().get(label), Math.round(sample.value()), Long::sum);
      }
    }
    return sums;
  }

  private static Sample sample(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no metric: " + line);
    }
    Map<String, String> labels = new HashMap<>();
    if (matcher.group(2) != null) {
      Matcher label = LABEL.matcher(matcher.group(2));
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return new Sample(matcher.group(1), labels, Double.parseDouble(matcher.group(3)));
  }
}
