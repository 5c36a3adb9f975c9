package org.tocsin.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench found, as a table for people and JSON for programs. */
final class BenchReport {

  private final List<BenchRow> rows = new ArrayList<>();

  void add(int accounts, String name, double value, String unit, String note) {
    rows.add(new BenchRow(accounts, name, value, unit, note));
  }

  List<BenchRow> rows() {
    return List.copyOf(rows);
  }

  void print(PrintWriter out) {
    out.printf("%-10s %-34s %14s  %-10s %s%n", "accounts", "figure", "value", "unit", "note");
    for (BenchRow row : rows) {
      out.printf(
          "%-10d %-34s %14s  %-10s %s%n",
          row.accounts(), row.name(), rounded(row.value()), row.unit(), row.note());
    }
    out.flush();
  }

  /** Three digits that mean something; a ratio of two noisy figures has no more. */
  private static String rounded(double value) {
    if (value >= 1_000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("cores", Runtime.getRuntime().availableProcessors());
    root.put("java", System.getProperty("java.version"));
    rows.forEach(row -> root.withArray("rows").addPOJO(row));
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
