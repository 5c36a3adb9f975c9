package org.tocsin.console.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * One message of an output topic, decoded.
 *
 * @param timestampMillis of the Kafka record
 * @param body the record as plain JSON
 */
public record Told(String topic, int partition, long offset, long timestampMillis, JsonNode body) {

  /** A required text field. */
  String text(String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual()) {
      throw new UnusableRecordException("field " + field + " is missing");
    }
    return storable(value.textValue());
  }

  /** An optional text field; null when absent. */
  String textOrNull(String field) {
    JsonNode value = body.path(field);
    return value.isTextual() ? storable(value.textValue()) : null;
  }

  int number(String field) {
    JsonNode value = body.path(field);
    if (!value.canConvertToInt()) {
      throw new UnusableRecordException("field " + field + " is no whole number");
    }
    return value.intValue();
  }

  Long amountOrNull(String field) {
    JsonNode value = body.path(field);
    return value.canConvertToLong() ? Long.valueOf(value.longValue()) : null;
  }

  Instant time(String field) {
    return OffsetDateTime.parse(text(field)).toInstant();
  }

  Instant timeOrNull(String field) {
    return textOrNull(field) == null ? null : time(field);
  }

  /** The rank of an enum value, as the tables keep it to sort by. */
  <E extends Enum<E>> int rank(String field, Class<E> type) {
    return Enum.valueOf(type, text(field).toUpperCase(Locale.ROOT)).ordinal();
  }

  String json() {
    return body.toString().replace("\\u0000", "\\ufffd");
  }

  /** PostgreSQL text cannot hold the zero character. */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
  }
}
