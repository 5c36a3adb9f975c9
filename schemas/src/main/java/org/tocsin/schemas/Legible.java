package org.tocsin.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.apache.avro.generic.IndexedRecord;

/**
 * Whose record a refused one is, as far as it can be read.
 *
 * @param source null when it cannot
 * @param eventId null when it cannot
 */
record Legible(String source, String eventId) {

  static final Legible NOTHING = new Legible(null, null);

  /** Longer texts are no ids, and would only swell the refusal. */
  private static final int LENGTH_MAX = 1024;

  /** What stands before the place where the JSON breaks. */
  static Legible inJson(String text) {
    String source = null;
    String eventId = null;
    try (JsonParser parser = PlainJson.FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return NOTHING;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("source")) {
          source = scalar(parser, value);
        } else if (name.equals("eventId")) {
          eventId = scalar(parser, value);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      // Broken here: what was read before it stands.
      return new Legible(source, eventId);
    }
    return new Legible(source, eventId);
  }

  static Legible in(Contract contract, IndexedRecord record) {
    return new Legible(text(contract, record, "source"), text(contract, record, "eventId"));
  }

  private static String text(Contract contract, IndexedRecord record, String name) {
    FieldPlan field = contract.plan().field(name);
    return field == null ? null : bounded((String) record.get(field.position()));
  }

  private static String scalar(JsonParser parser, JsonToken value) throws IOException {
    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      return bounded(parser.getText());
    }
    parser.skipChildren();
    return null;
  }

  /** JSON can spell half of a surrogate pair, which no file and no topic can hold. */
  private static String bounded(String text) {
    boolean none = text == null || text.length() > LENGTH_MAX || !Form.isUnicode(text);
    return none ? null : text;
  }
}
