package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/dissuasion-metrics.md names what the cases and their gate count, and no more. */
class DissuasionMetricsPageTest {

  private static final Pattern COUNTED = Pattern.compile("turn\\.count\\(\"([a-z_]+)\"\\)");
  private static final Pattern NAMED = Pattern.compile("`([a-z]+_[a-z_]+[a-z])`");

  @Test
  void thePageNamesEveryCounter() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("LICENSE"))) {
      root = root.getParent();
    }
    Path core = root.resolve("jobs/core/src/main/java/org/tocsin/core");
    Set<String> counted = new TreeSet<>();
    for (String room : new String[] {"cases", "gate"}) {
      try (Stream<Path> sources = Files.list(core.resolve(room))) {
        for (Path source : sources.toList()) {
          counted.addAll(found(COUNTED, Files.readString(source)));
        }
      }
    }
    String page = Files.readString(root.resolve("docs/reference/dissuasion-metrics.md"));
    assertThat(found(NAMED, page)).isEqualTo(counted);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
