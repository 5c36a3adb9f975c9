package org.tocsin.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.generic.GenericData;

/**
 * Reads one JSON object by a schema. Goes on after a wrong field, so that a line which is broken
 * JSON further on is told so; of wrong fields the first is told.
 */
final class JsonReader {

  private final JsonParser parser;
  private Problem first;

  JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The first problem of a field; null when every field has its type. */
  Problem problem() {
    return first;
  }

  /** The parser stands at the object's start, and afterwards at its end. */
  GenericData.Record object(RecordPlan plan) throws IOException {
    GenericData.Record record = new GenericData.Record(plan.schema());
    boolean[] seen = new boolean[plan.fields().length];
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      FieldPlan field = plan.field(parser.currentName());
      JsonToken token = parser.nextToken();
      if (field == null) {
        parser.skipChildren();
      } else {
        if (seen[field.position()]) {
          note(ReasonCode.DUPLICATE_FIELD, field.path() + " must not be given twice");
        }
        seen[field.position()] = true;
        record.put(field.position(), token == JsonToken.VALUE_NULL ? null : value(field, token));
      }
    }
    requireFields(plan, record);
    return record;
  }

  private void requireFields(RecordPlan plan, GenericData.Record record) {
    for (FieldPlan field : plan.fields()) {
      if (!field.nullable() && record.get(field.position()) == null) {
        if (field.hasDefault()) {
          record.put(field.position(), new ArrayList<>());
        } else if (first == null) {
          first = Checks.missing(field);
        }
      }
    }
  }

  private Object value(FieldPlan field, JsonToken token) throws IOException {
    return switch (field.type()) {
      case TEXT -> token == JsonToken.VALUE_STRING ? parser.getText() : wrong(field, "a text");
      case WHOLE ->
          token == JsonToken.VALUE_NUMBER_INT ? whole(field) : wrong(field, "a whole number");
      case SHORT_WHOLE ->
          token == JsonToken.VALUE_NUMBER_INT ? shortWhole(field) : wrong(field, "a whole number");
      case BOOLEAN -> token.isBoolean() ? parser.getBooleanValue() : wrong(field, "true or false");
      case TIME -> token == JsonToken.VALUE_STRING ? time(field) : wrong(field, "a time as text");
      case ENUM -> token == JsonToken.VALUE_STRING ? symbol(field) : wrong(field, "a text");
      case RECORD ->
          token == JsonToken.START_OBJECT ? object(field.nested()) : wrong(field, "an object");
      case TEXTS, RECORDS ->
          token == JsonToken.START_ARRAY ? items(field) : wrong(field, "an array");
      case TEXT_BY_NAME ->
          token == JsonToken.START_OBJECT ? textByName(field) : wrong(field, "an object of texts");
    };
  }

  private Long whole(FieldPlan field) throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      note(Checks.outOfRange(field));
      return null;
    }
    return parser.getLongValue();
  }

  private Integer shortWhole(FieldPlan field) throws IOException {
    if (parser.getNumberType() != JsonParser.NumberType.INT) {
      note(Checks.outOfRange(field));
      return null;
    }
    return parser.getIntValue();
  }

  private Long time(FieldPlan field) throws IOException {
    OptionalLong time = Times.parse(parser.getText());
    if (time.isEmpty()) {
      note(
          ReasonCode.BAD_TIME,
          field.path()
              + " must be a time of RFC 3339 with an offset and at most milliseconds, such as"
              + " 2026-03-01T15:00:00+08:00");
      return null;
    }
    return time.getAsLong();
  }

  private GenericData.EnumSymbol symbol(FieldPlan field) throws IOException {
    GenericData.EnumSymbol symbol = field.symbols().get(parser.getText());
    if (symbol == null) {
      note(
          ReasonCode.UNKNOWN_VALUE,
          "%s must be one of %s"
              .formatted(field.path(), String.join(", ", field.schema().getEnumSymbols())));
    }
    return symbol;
  }

  private List<Object> items(FieldPlan field) throws IOException {
    List<Object> items = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      boolean records = field.type() == FieldPlan.Type.RECORDS;
      if (records && token == JsonToken.START_OBJECT) {
        items.add(object(field.nested()));
      } else if (!records && token == JsonToken.VALUE_STRING) {
        items.add(parser.getText());
      } else {
        wrong(field, records ? "an array of objects" : "an array of texts");
      }
    }
    return items;
  }

  private Map<String, String> textByName(FieldPlan field) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        wrong(field, "an object of texts");
      } else if (texts.put(name, parser.getText()) != null) {
        note(ReasonCode.DUPLICATE_FIELD, "a name in " + field.path() + " must not be given twice");
      }
    }
    return texts;
  }

  private Object wrong(FieldPlan field, String expected) throws IOException {
    parser.skipChildren();
    note(ReasonCode.WRONG_TYPE, field.path() + " must be " + expected);
    return null;
  }

  private void note(ReasonCode code, String reason) {
    note(new Problem(code, reason));
  }

  private void note(Problem problem) {
    first = first == null ? problem : first;
  }
}
