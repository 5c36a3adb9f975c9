package org.tocsin.schemas;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Parses a schema file so that its texts are read as {@link String}, not as Avro's own type. */
final class SchemaFiles {

  private SchemaFiles() {}

  static Schema parse(String text) {
    Schema schema = new Schema.Parser().parse(text);
    readTextsAsString(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
    return schema;
  }

  private static void readTextsAsString(Schema schema, Set<Schema> visited) {
    if (!visited.add(schema)) {
      return;
    }
    switch (schema.getType()) {
      case STRING -> GenericData.setStringType(schema, GenericData.StringType.String);
      case MAP -> {
        GenericData.setStringType(schema, GenericData.StringType.String);
        readTextsAsString(schema.getValueType(), visited);
      }
      case ARRAY -> readTextsAsString(schema.getElementType(), visited);
      case UNION -> schema.getTypes().forEach(each -> readTextsAsString(each, visited));
      case RECORD -> schema.getFields().forEach(f -> readTextsAsString(f.schema(), visited));
      default -> {
        // Numbers, booleans and enums hold no text.
      }
    }
  }
}
