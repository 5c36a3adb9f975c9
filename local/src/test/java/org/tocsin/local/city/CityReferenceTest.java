package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.city.story.Stories;
import org.tocsin.local.city.story.StoryKind;

/** The reference page names the rows that are told, no more and no fewer. */
class CityReferenceTest {
  private static final Pattern ROW = Pattern.compile("\\b[VBPOX]\\d+\\b");

  @Test
  void thePageNamesEveryRowThatIsTold() throws IOException {
    // given
    Path page = Path.of("..", "docs", "reference", "city.md");
    Set<String> named = new TreeSet<>();
    for (String line : Files.readAllLines(page)) {
      String[] cells = line.split("\\|");
      if (cells.length == 4 && cells[1].matches(" (victims|accounts|SIMs|openings) ")) {
        Matcher row = ROW.matcher(cells[2]);
        while (row.find()) {
          named.add(row.group());
        }
      }
    }

    // when
    Set<String> told = new TreeSet<>();
    for (StoryKind kind : Stories.ALL) {
      told.add(kind.name().split(" ")[0]);
    }

    // then
    assertThat(named).isEqualTo(told);
  }
}
