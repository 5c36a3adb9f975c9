package org.tocsin.console.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads columns as the desk's records have them; null stays null. */
final class Columns {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Columns() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** Of a column of type text[] that is never null. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** Of a column of type jsonb. */
  static JsonNode json(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("jsonb that is no JSON", e);
    }
  }
}
