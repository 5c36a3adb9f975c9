package org.tocsin.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Tocsin;

/** The command as a person meets it: a process, its exit status, what it prints and leaves. */
class ReplayCommandIT {

  private static final int GARBAGE_LINES = 10_000;

  @TempDir private Path folder;

  @Test
  void tenThousandBrokenRecordsStopNothingAndAreAllAccountedFor() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Path out = folder.resolve("out");
    List<String> good = List.of(call("last-1"), call("last-2"), call("last-3"));
    Garbage garbage = new Garbage(List.of(call("c-1"), call("c-2"), call("c-3")), 42);
    try (OutputStream calls =
        new BufferedOutputStream(Files.newOutputStream(in.resolve("calls.ndjson")))) {
      for (int i = 0; i < GARBAGE_LINES; i++) {
        calls.write(garbage.line());
        calls.write('\n');
      }
      for (String line : good) {
        calls.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    }

    Tocsin.Result result =
        new Tocsin(folder).run("replay", "--in", in.toString(), "--out", out.toString());

    assertThat(result.status()).as(result.all()).isZero();
    assertThat(result.all()).doesNotContain("Exception").doesNotContain("\tat ");
    JsonNode counts = json(out).get("streams").get("events.call.v1");
    assertThat(counts.get("read").asLong()).isEqualTo(GARBAGE_LINES + good.size());
    assertThat(counts.get("used").asLong()).isGreaterThanOrEqualTo(good.size());
    assertThat(sum(counts, "used", "duplicates", "rejected"))
        .isEqualTo(counts.get("read").asLong());
    assertThat(codes(out))
        .hasSize(counts.get("rejected").asInt())
        .contains(
            "INVALID_UTF8",
            "BROKEN_JSON",
            "TOO_DEEP",
            "RECORD_TOO_LARGE",
            "WRONG_TYPE",
            "UNKNOWN_VALUE",
            "EMPTY_VALUE");
  }

  @Test
  void everyReasonCodeOfALineReachesTheRejectedFile() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Path out = folder.resolve("out");
    String good = call("c-1");
    List<String> broken =
        List.of(
            "",
            "{",
            "[]",
            good.replace("\"kind\"", "\"caller\":\"x\",\"kind\""),
            good.replace("\"caller\"", "\"other\""),
            good.replace("\"p1\"", "7"),
            good.replace("ENDED", "OVER"),
            good.replace("carrier-1", "carrier\\ud800"),
            good.replace("\"p1\"", "\"\""),
            good.replace("c-1", "c".repeat(65)),
            good.replace("}", ",\"region\":\"12\"}"),
            good.replace("+08:00", ""),
            good.replace("}", ",\"durationSeconds\":-1}"),
            good.replace("2026-03-01", "1999-03-01"),
            good.replace("2026-03-01", "2999-03-01"));
    Files.write(in.resolve("calls.ndjson"), broken);
    Files.write(
        in.resolve("clues.ndjson"),
        List.of(
            """
            {"eventId":"k-1","source":"police","eventTime":"2026-03-01T12:00:00+08:00",\
            "kind":"LISTED_PHONE"}"""));

    Tocsin.Result result =
        new Tocsin(folder).run("replay", "--in", in.toString(), "--out", out.toString());

    assertThat(result.status()).as(result.all()).isZero();
    assertThat(codes(out))
        .containsExactly(
            "EMPTY_RECORD",
            "BROKEN_JSON",
            "NOT_AN_OBJECT",
            "DUPLICATE_FIELD",
            "MISSING_FIELD",
            "WRONG_TYPE",
            "UNKNOWN_VALUE",
            "BAD_FORMAT",
            "EMPTY_VALUE",
            "TOO_LONG",
            "BAD_FORMAT",
            "BAD_TIME",
            "OUT_OF_RANGE",
            "TOO_OLD",
            "TOO_FAR_AHEAD",
            "MISSING_ONE_OF");
  }

  @Test
  void anInputThatCannotBeReadIsOneLineAndStatusTwo() throws Exception {
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    String out = folder.resolve("out").toString();

    refused("does not exist", "replay", "--in", folder.resolve("none").toString(), "--out", out);
    refused("has none of the files", "replay", "--in", empty, "--out", out);
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void anOutputThatCannotBeWrittenIsOneLineAndStatusTwo() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("calls.ndjson"), List.of(call("c-1")));
    Path file = Files.createFile(folder.resolve("file"));

    refused("cannot be written to", "replay", "--in", in.toString(), "--out", file.toString());
  }

  @Test
  void itJudgesByTheRulebookThatIsNamed() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(
        in.resolve("card-openings.ndjson"), List.of(sim("1", "a"), sim("2", "b"), sim("3", "c")));
    Path rules = folder.resolve("own.yaml");
    Files.writeString(
        rules, "{basis: standard, version: lake-3, detection: {openings: {o3: {personsMin: 4}}}}");
    Tocsin tocsin = new Tocsin(folder);
    String own = folder.resolve("own").toString();
    String usual = folder.resolve("usual").toString();

    replayed(tocsin.run("replay", "--in", in.toString(), "--out", usual));
    replayed(
        tocsin.run("replay", "--in", in.toString(), "--out", own, "--rulebook", rules.toString()));

    assertThat(json(Path.of(usual)).get("warnings").asInt()).isEqualTo(1);
    assertThat(json(Path.of(own)).get("warnings").asInt()).isZero();
  }

  @Test
  void aRulebookThatIsRefusedIsOneLineAndStatusTwo() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.write(in.resolve("calls.ndjson"), List.of(call("c-1")));
    Path rules = folder.resolve("own.yaml");
    Files.writeString(rules, "{basis: standard, version: lake-3, colour: red}");
    Path out = folder.resolve("out");

    refusedRules("colour", in, out, rules);
    refusedRules("none.yaml is refused: - cannot be read", in, out, folder.resolve("none.yaml"));
    assertThat(out).doesNotExist();
  }

  @Test
  void anOptionThatIsMissingOrUnknownIsOneLineAndStatusTwo() throws Exception {
    refused("--in", "replay");
    refused("--help", "replay", "--inn", "x");
    refused("reply", "reply");
  }

  private static void replayed(Tocsin.Result result) {
    assertThat(result.status()).as(result.all()).isZero();
  }

  private void refusedRules(String why, Path in, Path out, Path rules) throws Exception {
    refused(why, "replay", "--in", "" + in, "--out", "" + out, "--rulebook", "" + rules);
  }

  private void refused(String why, String... arguments) throws Exception {
    Tocsin.Result result = new Tocsin(folder).run(arguments);

    assertThat(result.status()).as(result.all()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().strip()).hasLineCount(1).contains(why);
  }

  private static List<String> codes(Path out) throws IOException {
    return Files.readAllLines(out.resolve("rejected.ndjson")).stream()
        .map(line -> line.replaceFirst(".*?\"reasonCode\":\"([A-Z0-9_]*)\".*", "$1"))
        .toList();
  }

  private static JsonNode json(Path out) throws IOException {
    return new ObjectMapper().readTree(out.resolve("summary.json").toFile());
  }

  private static long sum(JsonNode counts, String... names) {
    long sum = 0;
    for (String name : names) {
      sum += counts.get(name).asLong();
    }
    return sum;
  }

  private static String sim(String id, String person) {
    return """
        {"eventId":"%s","source":"carrier-1","eventTime":"2026-03-01T12:0%s:00+08:00",\
        "card":"SIM","step":"APPLIED","person":"%s","contactPhone":"shared"}"""
        .formatted(id, id, person);
  }

  private static String call(String id) {
    return """
        {"eventId":"%s","source":"carrier-1","eventTime":"2026-03-01T12:00:00+08:00",\
        "kind":"ENDED","caller":"p1","callee":"p2"}"""
        .formatted(id);
  }
}
