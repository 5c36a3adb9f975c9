package org.tocsin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.CannotRun;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static final String LABEL =
      """
      {"labelId":"L1","lane":"VICTIM","pattern":"V3","subject":"p1","subjectKind":"PERSON",\
      "person":"p1","startTime":"2025-03-03T10:00:00+08:00",\
      "lossTimes":[{"eventTime":"2025-03-03T12:00:00+08:00","amountMinor":500000}],\
      "events":[{"stream":"events.transaction.v1","source":"B","eventId":"t1"}]}
      """;
  private static final String WARNING =
      """
      {"warningId":"w1","lane":"VICTIM","pattern":"V3","alsoPatterns":[],"subject":"p1",\
      "person":"p1","tier":"CALL","eventTime":"2025-03-03T11:00:00+08:00","evidence":[],\
      "advice":[],"somethingNew":1}
      """;

  @TempDir Path folder;
  private Path labels;
  private Path warnings;

  @BeforeEach
  void files() throws IOException {
    labels = Files.writeString(folder.resolve("labels.ndjson"), LABEL);
    warnings = Files.writeString(folder.resolve("warnings.ndjson"), WARNING);
  }

  @Test
  void aWarningWithoutDetectedAtCountsFromItsEventTime() throws IOException {
    // when
    JsonNode figures = new ObjectMapper().readTree(run("--json"));

    // then
    JsonNode row = figures.get("rows").get(0);
    assertThat(row.get("beforeFirstLoss").longValue()).isEqualTo(1);
    assertThat(row.get("leadSecondsMedian").doubleValue()).isEqualTo(3_600.0);
    assertThat(figures.get("persons").isNull()).isTrue();
  }

  @Test
  void personsAndDaysComeFromTheCityBesideTheLabels() throws IOException {
    // given
    Files.writeString(folder.resolve("city.json"), "{\"persons\":2000,\"days\":5}");

    // when
    JsonNode figures = new ObjectMapper().readTree(run("--json"));

    // then
    assertThat(figures.get("persons").longValue()).isEqualTo(2_000);
    assertThat(figures.get("days").doubleValue()).isEqualTo(5.0);
  }

  @Test
  void theTableSaysWhenRatesAreUnknown() throws IOException {
    assertThat(run()).contains("V3", "100.0%", "give --persons and --days", "unknown");
  }

  @Test
  void whatCannotBeReadIsOneSentenceWithItsPlace() throws IOException {
    // given
    Files.writeString(warnings, WARNING + "{\"warningId\": ");

    // then
    assertThatThrownBy(this::run)
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("warnings.ndjson, line 2");
  }

  @Test
  void anUnknownLaneAndAMissingFileAreRefused() throws IOException {
    // given
    Files.writeString(labels, LABEL.replace("VICTIM", "BYSTANDER"));

    // then
    assertThatThrownBy(this::run)
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("lane is unknown: BYSTANDER");
    Files.delete(labels);
    assertThatThrownBy(this::run)
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("there is no file");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    // given
    Files.writeString(labels, "\uFEFF" + LABEL);
    Files.writeString(warnings, "\uFEFF" + WARNING);

    // then
    assertThat(run()).contains("1 labels, 1 warnings");
  }

  @Test
  void numbersThatMeanNothingAreRefused() throws IOException {
    refused("--large must be greater than 0", "--large", "-1");
    refused("--large must be greater than 0", "--large", "0");
    refused("--persons must be greater than 0", "--persons", "0");
    refused("--days must be greater than 0", "--days", "NaN");
    refused("--days must be greater than 0", "--days", "Infinity");
    Files.writeString(labels, LABEL.replace("500000", "-500000"));
    refused("labels.ndjson, line 1: amountMinor is not greater than 0: -500000");
    Files.writeString(labels, LABEL);
    Files.writeString(folder.resolve("city.json"), "{\"persons\":0,\"days\":5}");
    refused("city.json, line 1: persons is not greater than 0: 0");
  }

  private void refused(String why, String... options) {
    assertThatThrownBy(() -> run(options)).isInstanceOf(CannotRun.class).hasMessageContaining(why);
  }

  @Test
  void theGoalsStandWithWhatWasReached() throws IOException {
    // when
    String table = run("--persons", "1000000", "--days", "1");
    JsonNode goals = new ObjectMapper().readTree(run("--json")).get("goals");

    // then
    assertThat(table)
        .containsPattern("warned before the last loss +100.0% +from 95.0% +yes")
        .containsPattern("within 5 s of the first loss, V6 +- +from 100.0% +unknown")
        .containsPattern("false warnings, SMS +0 +at most 300 +yes");
    assertThat(goals.get(0).get("met").booleanValue()).isTrue();
    assertThat(goals.get(5).get("met").isNull()).as("no persons, no rate").isTrue();
  }

  private String run(String... more) {
    StringWriter out = new StringWriter();
    EvaluateCommand command = new EvaluateCommand();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out));
    String[] args = new String[4 + more.length];
    args[0] = "--labels";
    args[1] = labels.toString();
    args[2] = "--warnings";
    args[3] = warnings.toString();
    System.arraycopy(more, 0, args, 4, more.length);
    line.parseArgs(args);
    command.call();
    return out.toString();
  }
}
