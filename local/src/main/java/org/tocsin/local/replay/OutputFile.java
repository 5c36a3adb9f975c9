package org.tocsin.local.replay;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tocsin.local.sort.MergedRuns;
import org.tocsin.local.sort.SortEntry;
import org.tocsin.local.sort.SortedRuns;

/** Makes an output file of what the job wrote down. */
final class OutputFile {

  private static final long SORT_BYTES = 64L << 20;

  private OutputFile() {}

  private interface Each {
    void line(long number, RawLine line) throws IOException;
  }

  /**
   * Writes every line in the order it was told.
   *
   * @return how many different ids there are
   */
  static long everyLine(Path raw, Path output) throws IOException {
    Set<String> ids = new HashSet<>();
    try (BufferedWriter out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
      read(
          raw,
          (number, line) -> {
            ids.add(line.id());
            write(line.json(), out);
          });
    }
    return ids.size();
  }

  /**
   * Writes of each id what was told last, in the order of event time, then id.
   *
   * @return how many different ids there are
   */
  static long lastOfEach(Path raw, Path output) throws IOException {
    Map<String, Long> last = new HashMap<>();
    read(raw, (number, line) -> last.put(line.id(), number));
    Path folder = output.toAbsolutePath().getParent();
    SortedRuns sort = new SortedRuns(folder, output.getFileName().toString(), SORT_BYTES);
    read(
        raw,
        (number, line) -> {
          if (last.get(line.id()) == number) {
            sort.add(new SortEntry(line.time(), bytes(line.id()), bytes(line.json())));
          }
        });
    try (MergedRuns sorted = new MergedRuns(sort.finish());
        BufferedWriter out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
      for (byte[] json = sorted.next(); json != null; json = sorted.next()) {
        write(new String(json, StandardCharsets.UTF_8), out);
      }
    }
    return last.size();
  }

  private static void read(Path raw, Each each) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(raw, StandardCharsets.UTF_8)) {
      long number = 0;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        each.line(number++, RawLine.parse(text));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(String json, BufferedWriter out) throws IOException {
    out.write(json);
    out.write('\n');
  }
}
