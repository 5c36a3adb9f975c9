package org.tocsin.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tocsin.local.input.StreamCounts;
import org.tocsin.schemas.Contract;

/**
 * What a replay did, as {@code summary.json} and as a table.
 *
 * @param streams every input stream; those without a file are all zero
 * @param signals different ids, as are warnings, cases and tasks
 */
record Summary(
    Map<Contract, StreamCounts> streams, long signals, long warnings, long cases, long tasks) {

  static final String FILE = "summary.json";

  void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    ObjectNode byStream = root.putObject("streams");
    streams.forEach(
        (stream, counts) ->
            byStream
                .putObject(stream.topic())
                .put("read", counts.read())
                .put("used", counts.used())
                .put("duplicates", counts.duplicates())
                .put("rejected", counts.rejected())
                .put("late", counts.late()));
    root.put("signals", signals).put("warnings", warnings).put("cases", cases).put("tasks", tasks);
    String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    Files.writeString(file, text + "\n", StandardCharsets.UTF_8);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    row(table, "stream", "read", "used", "duplicates", "conflicting", "rejected", "late");
    streams.forEach(
        (stream, counts) ->
            row(
                table,
                stream.topic(),
                counts.read(),
                counts.used(),
                counts.duplicates(),
                counts.conflicts(),
                counts.rejected(),
                counts.late()));
    return table
        .append(
            "signals %,d   warnings %,d   cases %,d   tasks %,d%n"
                .formatted(signals, warnings, cases, tasks))
        .toString();
  }

  private static void row(StringBuilder table, String name, Object... values) {
    table.append("%-24s".formatted(name));
    for (Object value : values) {
      String text = value instanceof Long number ? "%,d".formatted(number) : value.toString();
      table.append("%12s".formatted(text));
    }
    table.append(System.lineSeparator());
  }
}
