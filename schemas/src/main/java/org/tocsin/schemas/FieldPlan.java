package org.tocsin.schemas;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * One field of a schema, read once into what the reader, the writer and the checker ask for.
 *
 * @param path the name a refusal gives, such as {@code evidence.eventId}
 * @param position in the record
 * @param nullable whether it may be absent
 * @param form of its text, or of the texts in its array or map; null for others
 * @param min lowest value of a number; for {@code minItems}, fewest items
 * @param eventTime whether the time is held against the clock
 * @param symbols of an enum, in the schema's order; else empty
 * @param nested the record in it, or the record its array holds; else null
 */
record FieldPlan(
    String name,
    String path,
    int position,
    Type type,
    Schema schema,
    boolean nullable,
    boolean hasDefault,
    Form form,
    long min,
    long max,
    boolean eventTime,
    Map<String, GenericData.EnumSymbol> symbols,
    RecordPlan nested) {

  /** What a field holds, as the contract's reader sees it. */
  enum Type {
    TEXT,
    WHOLE,
    SHORT_WHOLE,
    BOOLEAN,
    TIME,
    ENUM,
    RECORD,
    TEXTS,
    RECORDS,
    TEXT_BY_NAME
  }

  static FieldPlan of(Schema.Field field, String prefix) {
    Schema schema = notNull(field.schema());
    Type type = type(schema);
    String path = prefix + field.name();
    boolean items = type == Type.RECORDS || type == Type.TEXTS;
    return new FieldPlan(
        field.name(),
        path,
        field.pos(),
        type,
        schema,
        field.schema().isUnion(),
        field.hasDefaultValue(),
        field.getProp("form") == null ? null : Form.of(field.getProp("form")),
        limit(
            field,
            items ? "minItems" : "min",
            type == Type.SHORT_WHOLE ? Integer.MIN_VALUE : items ? 0 : Long.MIN_VALUE),
        limit(field, "max", type == Type.SHORT_WHOLE ? Integer.MAX_VALUE : Long.MAX_VALUE),
        "bounded".equals(field.getProp("clock")),
        symbols(schema),
        nested(schema, path));
  }

  private static Schema notNull(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(member -> member.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static Type type(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> Type.TEXT;
      case LONG -> schema.getLogicalType() == null ? Type.WHOLE : Type.TIME;
      case INT -> Type.SHORT_WHOLE;
      case BOOLEAN -> Type.BOOLEAN;
      case ENUM -> Type.ENUM;
      case RECORD -> Type.RECORD;
      case MAP -> Type.TEXT_BY_NAME;
      case ARRAY ->
          schema.getElementType().getType() == Schema.Type.RECORD ? Type.RECORDS : Type.TEXTS;
      default -> throw new IllegalArgumentException("no plain JSON form for " + schema);
    };
  }

  private static long limit(Schema.Field field, String property, long absent) {
    Object value = field.getObjectProp(property);
    return value == null ? absent : ((Number) value).longValue();
  }

  private static Map<String, GenericData.EnumSymbol> symbols(Schema schema) {
    Map<String, GenericData.EnumSymbol> symbols = new TreeMap<>();
    if (schema.getType() == Schema.Type.ENUM) {
      for (String symbol : schema.getEnumSymbols()) {
        symbols.put(symbol, new GenericData.EnumSymbol(schema, symbol));
      }
    }
    return symbols;
  }

  private static RecordPlan nested(Schema schema, String path) {
    if (schema.getType() == Schema.Type.RECORD) {
      return RecordPlan.of(schema, path + ".");
    } else if (schema.getType() == Schema.Type.ARRAY
        && schema.getElementType().getType() == Schema.Type.RECORD) {
      return RecordPlan.of(schema.getElementType(), path + ".");
    }
    return null;
  }
}
