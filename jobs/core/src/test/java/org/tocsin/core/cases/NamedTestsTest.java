package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that names a test as its proof names one that exists. */
class NamedTestsTest {

  private static final Pattern NAMED =
      Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))(?:#(\\w+))?`");
  private static final Path ROOT = root();

  @ParameterizedTest
  @ValueSource(strings = {"feedback.md", "centres.md", "contract.md"})
  void everyTestThatThePageNamesExists(String page) throws IOException {
    Matcher named = NAMED.matcher(Files.readString(ROOT.resolve("docs/reference").resolve(page)));
    int count = 0;
    while (named.find()) {
      Optional<Path> source = source(named.group(1));
      assertThat(source).as(page + " names " + named.group()).isPresent();
      if (named.group(2) != null) {
        assertThat(Files.readString(source.get()))
            .as(page + " names " + named.group())
            .contains("void " + named.group(2) + "(");
      }
      count++;
    }
    assertThat(count).isGreaterThan(10);
  }

  /** The last cell of each row holds a test, or says that there is none and why. */
  @Test
  void everyRowOfTheCentresHasATestOrAReason() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/reference/centres.md")).stream()
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
            .skip(1)
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    for (String row : rows) {
      String[] cells = row.split("\\|");
      String shown = cells[3];
      assertThat(NAMED.matcher(shown).find() || shown.contains("no test")).as(row).isTrue();
    }
  }

  private static Optional<Path> source(String test) {
    for (String module : List.of("schemas", "jobs", "console", "local")) {
      try (Stream<Path> files =
          Files.find(
              ROOT.resolve(module),
              20,
              (path, attributes) ->
                  path.endsWith(test + ".java") && path.toString().contains("/src/test/"))) {
        Optional<Path> found = files.findFirst();
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("LICENSE"))) {
      here = here.getParent();
    }
    return here;
  }
}
