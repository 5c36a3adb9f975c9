package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.CannotRun;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir Path folder;

  @Test
  void aDayThatIsNoneIsSaidInWordsOfPeople() {
    assertThatThrownBy(() -> run("--start", "garbage"))
        .hasMessageContaining("'garbage' is not a date such as 2025-03-03")
        .hasMessageNotContaining("java");
  }

  @Test
  void numbersThatMeanNothingAreRefused() {
    refused("--start must lie between the years 2001 and 2200", "--start", "1999-01-01");
    refused("--start must lie between the years 2001 and 2200", "--start", "9999-01-01");
    refused("--persons must be at least", "--persons", "0");
    refused("--days must be between", "--days", "0");
    refused("--stories and --lookalikes must be between", "--stories", "NaN");
    refused("--stories and --lookalikes must be between", "--lookalikes", "-1");
    assertThat(folder.resolve("city")).doesNotExist();
  }

  @Test
  void aDayIsTheCitysFirst() {
    // when
    run("--start", "2026-01-31", "--days", "1", "--persons", "100");

    // then
    assertThat(folder.resolve("city").resolve(CityFacts.FILE))
        .satisfies(file -> assertThat(Files.readString(file)).contains("2026-01-31"));
  }

  private void refused(String why, String... options) {
    assertThatThrownBy(() -> run(options)).isInstanceOf(CannotRun.class).hasMessageContaining(why);
  }

  private void run(String... options) {
    SimulateCommand command = new SimulateCommand();
    CommandLine line = new CommandLine(command);
    String[] args = new String[options.length + 2];
    args[0] = "--out";
    args[1] = folder.resolve("city").toString();
    System.arraycopy(options, 0, args, 2, options.length);
    line.setOut(new PrintWriter(new StringWriter()));
    line.parseArgs(args);
    command.call();
  }
}
