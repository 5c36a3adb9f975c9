package org.tocsin.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings come from, which one wins, and what is refused. */
class JobSettingsTest {

  private static final String[] NOTHING = {};

  @Test
  void the_defaults_are_good() {
    assertThat(JobSettings.standard().duration(Setting.DISORDER)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void an_argument_beats_a_variable_beats_the_file(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("job.properties");
    Files.writeString(file, "group=file\nstart=latest\ncache-entries=7\n");
    String[] arguments = {"--settings", file.toString(), "--group", "argument"};
    Map<String, String> environment =
        Map.of("TOCSIN_GROUP", "variable", "TOCSIN_START", "earliest");

    JobSettings settings = JobSettings.of(arguments, environment);

    assertThat(settings.text(Setting.GROUP)).isEqualTo("argument");
    assertThat(settings.text(Setting.START)).isEqualTo("earliest");
    assertThat(settings.number(Setting.CACHE_ENTRIES)).isEqualTo(7);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    String[] arguments = {
      "--buffer-timeout", "PT0.1S", "--max-parallelism", "129", "--start", "yesterday",
      "--colour", "red", "--cache-entries", "many", "--disorder", "60"
    };

    assertThatThrownBy(() -> JobSettings.of(arguments, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("buffer-timeout must be PT0.001S to PT0.005S: PT0.1S")
        .hasMessageContaining("max-parallelism must be 1 to 128: 129")
        .hasMessageContaining("start must be one of earliest, latest: yesterday")
        .hasMessageContaining("unknown argument colour")
        .hasMessageContaining("cache-entries must be a whole number: many")
        .hasMessageContaining("disorder must be a duration such as PT10S: 60");
  }

  @Test
  void an_argument_without_a_value_is_refused() {
    String[] arguments = {"--group"};

    assertThatThrownBy(() -> JobSettings.of(arguments, Map.of()))
        .hasMessageContaining("expected --key value, found --group");
  }

  @Test
  void without_a_path_the_rulebook_is_the_one_of_this_version() {
    assertThat(JobSettings.of(NOTHING, Map.of()).rulebook().version()).isNotBlank();
  }
}
