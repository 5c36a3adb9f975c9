package org.tocsin.local.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.local.CannotRun;

/**
 * One object of a file.
 *
 * @param place where it stands, for messages
 */
record JsonLine(String place, JsonNode node) {

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  String textOrNull(String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(field, "is not a text");
    }
    return value.textValue();
  }

  String text(String field) {
    String text = textOrNull(field);
    if (text == null) {
      throw wrong(field, "is missing");
    }
    return text;
  }

  long number(String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "is not a whole number");
    }
    return value.longValue();
  }

  /** An amount: whole minor units, more than none. */
  long positive(String field) {
    long number = number(field);
    if (number <= 0) {
      throw wrong(field, "is not greater than 0: " + number);
    }
    return number;
  }

  /** Epoch milliseconds. */
  long time(String field) {
    String text = text(field);
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw wrong(field, "is not a time with an offset: " + text);
    }
  }

  <E extends Enum<E>> E constant(Class<E> type, String field) {
    String text = text(field);
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw wrong(field, "is unknown: " + text);
    }
  }

  /** The objects of an array; none when it is absent. */
  List<JsonLine> items(String field) {
    List<JsonLine> items = new ArrayList<>();
    for (JsonNode item : array(field)) {
      if (!item.isObject()) {
        throw wrong(field, "holds something that is not an object");
      }
      items.add(new JsonLine(place, item));
    }
    return items;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(field)) {
      if (!item.isTextual()) {
        throw wrong(field, "holds something that is not a text");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** Names an input event. */
  String reference() {
    return text("stream") + '/' + text("source") + '/' + text("eventId");
  }

  private Iterable<JsonNode> array(String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(field, "is not an array");
    }
    return value;
  }

  private CannotRun wrong(String field, String what) {
    return new CannotRun(place + ": " + field + " " + what);
  }
}
