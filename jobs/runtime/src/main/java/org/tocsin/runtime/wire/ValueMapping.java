package org.tocsin.runtime.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.tocsin.core.event.Stream;

/**
 * How the value of one field becomes the value of one component, and back. Neither is ever null.
 *
 * @param toCore from the contract's record
 * @param toWire to the contract's record
 */
record ValueMapping(Function<Object, Object> toCore, Function<Object, Object> toWire) {

  private static final ValueMapping SAME = new ValueMapping(value -> value, value -> value);

  /** Evidence names a stream by its topic. */
  private static final ValueMapping TOPIC =
      new ValueMapping(
          topic -> Stream.ofTopic((String) topic).orElseThrow(), s -> ((Stream) s).topic());

  static ValueMapping of(Type type, Schema fieldSchema) {
    Schema schema = notNull(fieldSchema);
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return list(of(generic.getActualTypeArguments()[0], schema.getElementType()), schema);
    } else if (type instanceof ParameterizedType) {
      return SAME;
    }
    Class<?> raw = (Class<?>) type;
    if (raw == Stream.class) {
      return TOPIC;
    } else if (raw.isEnum()) {
      return schema.getType() == Schema.Type.ENUM ? symbol(raw, schema) : name(raw);
    } else if (raw.isRecord()) {
      RecordMapping<?> nested = RecordMapping.of(raw.asSubclass(Record.class), schema);
      return new ValueMapping(r -> nested.toCore((IndexedRecord) r), nested::anyToWire);
    }
    return SAME;
  }

  private static Schema notNull(Schema schema) {
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }

  private static ValueMapping list(ValueMapping item, Schema schema) {
    return new ValueMapping(
        value -> ((List<?>) value).stream().map(item.toCore).toList(),
        value ->
            new GenericData.Array<>(schema, ((List<?>) value).stream().map(item.toWire).toList()));
  }

  /** An enum of the contract: both sides must know the same names, which is checked here. */
  private static ValueMapping symbol(Class<?> type, Schema schema) {
    Map<String, Object> constants = constants(type);
    if (!constants.keySet().equals(Set.copyOf(schema.getEnumSymbols()))) {
      throw new IllegalArgumentException(
          "%s and the schema's %s name different values"
              .formatted(type.getName(), schema.getName()));
    }
    Map<Object, Object> symbols = new HashMap<>();
    constants.forEach(
        (name, constant) -> symbols.put(constant, new GenericData.EnumSymbol(schema, name)));
    return new ValueMapping(value -> constants.get(value.toString()), symbols::get);
  }

  /** A code that stands as text in the schema because new ones may come. */
  private static ValueMapping name(Class<?> type) {
    Map<String, Object> constants = constants(type);
    return new ValueMapping(
        value -> {
          Object constant = constants.get(value.toString());
          if (constant == null) {
            throw new IllegalArgumentException(
                "%s of a newer version".formatted(type.getSimpleName()));
          }
          return constant;
        },
        value -> ((Enum<?>) value).name());
  }

  private static Map<String, Object> constants(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> constants.put(((Enum<?>) constant).name(), constant));
    return constants;
  }
}
