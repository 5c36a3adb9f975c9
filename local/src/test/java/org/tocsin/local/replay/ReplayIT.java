package org.tocsin.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.CannotRun;
import org.tocsin.local.city.SimulateCommand;
import org.tocsin.runtime.rulebook.RulebookLoader;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Times;
import picocli.CommandLine;

/** A replay of a small city: what it finds follows from what happened, and from nothing else. */
class ReplayIT {

  private static final long LATENESS_MILLIS = 60_000;

  @TempDir private static Path shared;
  private static Path city;
  private static Path found;
  private static Summary summary;

  @TempDir private Path folder;

  @BeforeAll
  static void replayACity() throws Exception {
    city = shared.resolve("city");
    int status =
        new CommandLine(new SimulateCommand())
            .execute("--out", city.toString(), "--persons", "400", "--days", "3", "--seed", "11");
    assertThat(status).isZero();
    found = shared.resolve("found");
    summary = replay(city, found);
  }

  @Test
  void everyOutputFileIsThereAndNothingElse() throws IOException {
    assertThat(names(found))
        .containsExactlyInAnyOrder(
            "signals.ndjson",
            "warnings.ndjson",
            "tasks.ndjson",
            "cases.ndjson",
            "advice.ndjson",
            "links.ndjson",
            "rejected.ndjson",
            "summary.json");
  }

  @Test
  void itFindsSomethingAndAccountsForEveryRecord() throws IOException {
    assertThat(summary.warnings()).isPositive();
    assertThat(summary.cases()).isPositive();
    assertThat(summary.tasks()).isPositive();
    for (Contract stream : Contract.inputs()) {
      assertThat(summary.streams().get(stream).read())
          .isEqualTo(lines(city, stream).size())
          .isEqualTo(summary.streams().get(stream).used());
    }
  }

  @Test
  void theSummaryFileSaysWhatTheContractNames() throws IOException {
    JsonNode json = new ObjectMapper().readTree(found.resolve("summary.json").toFile());

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("streams", "signals", "warnings", "cases", "tasks");
    for (Contract stream : Contract.inputs()) {
      assertThat(json.get("streams").get(stream.topic()).fieldNames())
          .toIterable()
          .containsExactly("read", "used", "duplicates", "rejected", "late");
    }
    assertThat(json.get("signals").asLong()).isEqualTo(lines(found, Contract.SIGNAL).size());
  }

  @Test
  void aSignalToldAgainStandsOnceInTheOrderOfTime() throws IOException {
    List<String> ids = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    for (String line : lines(found, Contract.SIGNAL)) {
      JsonNode signal = new ObjectMapper().readTree(line);
      ids.add(signal.get("signalId").asText());
      times.add(Times.parse(signal.get("eventTime").asText()).orElseThrow());
    }

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(times).isSorted();
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    replay(city, folder.resolve("again"));

    assertSameOutput(folder.resolve("again"));
    assertThat(folder.resolve("again/summary.json"))
        .hasSameBinaryContentAs(found.resolve("summary.json"));
  }

  @Test
  void whereStateIsKeptChangesNothing() throws Exception {
    new Replay(city, folder.resolve("again"), RulebookLoader.standard(), silent(), 0).run();

    assertSameOutput(folder.resolve("again"));
  }

  @Test
  void neitherTheOrderOfLinesNorCopiesChangeWhatIsFound() throws Exception {
    Random random = new Random(5);
    long copies = 0;
    Path shuffled = Files.createDirectory(folder.resolve("shuffled"));
    for (Contract stream : Contract.inputs()) {
      List<String> lines = new ArrayList<>(lines(city, stream));
      List<String> again = lines.stream().filter(line -> random.nextInt(20) == 0).toList();
      lines.addAll(again);
      copies += again.size();
      Files.write(shuffled.resolve(stream.file()), shuffled(lines, random));
    }

    Summary second = replay(shuffled, folder.resolve("again"));

    assertSameOutput(folder.resolve("again"));
    assertThat(second.streams().values().stream().mapToLong(c -> c.duplicates()).sum())
        .isEqualTo(copies);
    assertThat(second.streams().values().stream().mapToLong(c -> c.late()).sum()).isZero();
  }

  @Test
  void aReplayThatCannotFinishLeavesWhatWasThere() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve("warnings.ndjson"), "of an earlier run");
    Files.createDirectory(out.resolve("cases.ndjson"));

    assertThatThrownBy(() -> replay(city, out))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("cases.ndjson is a folder");

    assertThat(names(out)).containsExactlyInAnyOrder("warnings.ndjson", "cases.ndjson");
    assertThat(out.resolve("warnings.ndjson")).hasContent("of an earlier run");
  }

  private static Summary replay(Path in, Path out) throws Exception {
    return new Replay(in, out, RulebookLoader.standard(), silent()).run();
  }

  private static PrintStream silent() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }

  private static void assertSameOutput(Path other) {
    for (Contract stream : ReplayJob.WRITTEN) {
      assertThat(other.resolve(stream.file())).hasSameBinaryContentAs(found.resolve(stream.file()));
    }
  }

  /** Each line up to the lateness bound away from its place. */
  private static List<String> shuffled(List<String> lines, Random random) {
    record Placed(double at, String line) {}
    return lines.stream()
        .map(line -> new Placed(time(line) + random.nextDouble() * LATENESS_MILLIS, line))
        .sorted(Comparator.comparingDouble(Placed::at))
        .map(Placed::line)
        .toList();
  }

  private static long time(String line) {
    String mark = "\"eventTime\":\"";
    int from = line.indexOf(mark) + mark.length();
    return Times.parse(line.substring(from, line.indexOf('"', from))).orElseThrow();
  }

  private static List<String> names(Path in) throws IOException {
    try (var files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> lines(Path in, Contract stream) throws IOException {
    return Files.readAllLines(in.resolve(stream.file()));
  }
}
