package org.tocsin.schemas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** Writes one record as a JSON object, fields in the contract's order. */
final class JsonWriter {

  private final JsonGenerator out;
  private final ZoneId zone;
  private final boolean writeNulls;

  JsonWriter(JsonGenerator out, ZoneId zone, boolean writeNulls) {
    this.out = out;
    this.zone = zone;
    this.writeNulls = writeNulls;
  }

  void object(RecordPlan plan, IndexedRecord record) throws IOException {
    out.writeStartObject();
    for (FieldPlan field : plan.fields()) {
      Object value = record.get(field.position());
      if (value != null) {
        out.writeFieldName(field.name());
        value(field, value);
      } else if (writeNulls) {
        out.writeNullField(field.name());
      }
    }
    out.writeEndObject();
  }

  private void value(FieldPlan field, Object value) throws IOException {
    switch (field.type()) {
      case TEXT, ENUM -> out.writeString(value.toString());
      case WHOLE -> out.writeNumber((Long) value);
      case SHORT_WHOLE -> out.writeNumber((Integer) value);
      case BOOLEAN -> out.writeBoolean((Boolean) value);
      case TIME -> out.writeString(Times.format((Long) value, zone));
      case RECORD -> object(field.nested(), (IndexedRecord) value);
      case TEXTS -> texts((List<?>) value);
      case RECORDS -> objects(field.nested(), (List<?>) value);
      case TEXT_BY_NAME -> textByName((Map<?, ?>) value);
    }
  }

  private void texts(List<?> texts) throws IOException {
    out.writeStartArray();
    for (Object text : texts) {
      out.writeString((String) text);
    }
    out.writeEndArray();
  }

  private void objects(RecordPlan plan, List<?> records) throws IOException {
    out.writeStartArray();
    for (Object each : records) {
      object(plan, (IndexedRecord) each);
    }
    out.writeEndArray();
  }

  private void textByName(Map<?, ?> texts) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : texts.entrySet()) {
      out.writeStringField((String) entry.getKey(), (String) entry.getValue());
    }
    out.writeEndObject();
  }
}
