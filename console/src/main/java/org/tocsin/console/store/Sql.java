package org.tocsin.console.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Statements kept in a file, each below a line {@code -- name: its-name}. */
final class Sql {

  private static final String MARK = "-- name: ";

  private final String file;
  private final Map<String, String> statements;

  private Sql(String file, Map<String, String> statements) {
    this.file = file;
    this.statements = statements;
  }

  static Sql load(String file) {
    try (InputStream in = Sql.class.getResourceAsStream("/db/" + file)) {
      if (in == null) {
        throw new IllegalStateException("db/" + file + " is not in the jar");
      }
      return new Sql(file, parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> found = new HashMap<>();
    for (String part : text.split("(?m)^" + MARK, -1)) {
      int lineEnd = part.indexOf('\n');
      if (lineEnd > 0) {
        found.put(part.substring(0, lineEnd).strip(), part.substring(lineEnd + 1).strip());
      }
    }
    return found;
  }

  String get(String name) {
    String statement = statements.get(name);
    if (statement == null) {
      throw new IllegalArgumentException(file + " has no statement " + name);
    }
    return statement;
  }
}
