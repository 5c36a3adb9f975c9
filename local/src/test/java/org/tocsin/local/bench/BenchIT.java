package org.tocsin.local.bench;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Tocsin;
import picocli.CommandLine;

/**
 * The bench runs through and prints every figure that its page explains. What they are is not
 * asked.
 */
class BenchIT {

  private static final List<String> FIGURES =
      List.of(
          "identity",
          "full",
          "full-to-identity",
          "identity-cpu",
          "full-cpu",
          "cpu-ratio",
          "state",
          "stock",
          "full-to-stock",
          "latency-p50-at-200",
          "latency-p99-at-200",
          "latency-p999-at-200",
          "latency-answered-at-200",
          "trace-whole-p50-at-200",
          "trace-whole-max-at-200",
          "trace-further-p50-at-200",
          "trace-further-max-at-200");

  @TempDir Path folder;

  @Test
  void aQuickRunPrintsAllFiguresAsTableAndJson() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine bench = new CommandLine(new BenchCommand());
    bench.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    Path json = folder.resolve("bench.json");

    int status = bench.execute("--quick", "--json", json.toString());

    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString()).contains(FIGURES);
    List<String> written = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(Files.readString(json)).path("rows")) {
      written.add(row.path("name").asText());
      assertThat(row.path("value").isNumber()).isTrue();
    }
    assertThat(written).containsExactlyElementsOf(FIGURES);
  }

  /**
   * With the full job at work: a JVM that exits while RocksDB works hangs, so all is closed first.
   */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whenItIsToldToEndItDoesAndLeavesNothing() throws Exception {
    Tocsin tocsin = new Tocsin(folder);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process bench = tocsin.start(out, err, "bench", "--accounts", "20000", "--parts", "THROUGHPUT");
    try {
      await().atMost(2, MINUTES).until(() -> Tocsin.text(err).contains("identity, warm-up"));
      Thread.sleep(5_000);

      bench.destroy();

      assertThat(bench.waitFor(1, MINUTES)).as(Tocsin.text(err)).isTrue();
      assertThat(Tocsin.text(err)).doesNotContain("Exception");
      assertThat(tocsin.left()).noneMatch(left -> left.toString().contains("tocsin-bench"));
    } finally {
      bench.destroyForcibly();
    }
  }
}
