package org.tocsin.runtime.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/**
 * Between a record of the core and its schema, by the names they share. A field that no component
 * bears the name of is refused when the mapping is made.
 *
 * @param <T> the record of the core
 */
final class RecordMapping<T extends Record> {

  private final Class<T> type;
  private final Schema schema;
  private final Part[] parts;
  private final MethodHandle constructor;

  /**
   * @param component place among the components
   * @param field place among the fields; -1 for none
   */
  private record Part(int component, int field, MethodHandle accessor, ValueMapping value) {}

  private RecordMapping(Class<T> type, Schema schema, List<Part> parts, MethodHandle constructor) {
    this.type = type;
    this.schema = schema;
    this.parts = parts.toArray(Part[]::new);
    this.constructor = constructor;
  }

  /** Both ways: every component must have its field. */
  static <T extends Record> RecordMapping<T> of(Class<T> type, Schema schema) {
    RecordMapping<T> mapping = outward(type, schema);
    if (mapping.parts.length != type.getRecordComponents().length) {
      throw new IllegalArgumentException(
          "%s lacks a field for a component of %s".formatted(schema.getName(), type.getName()));
    }
    return mapping;
  }

  /** Towards the contract only: a component without a field does not leave the centre. */
  static <T extends Record> RecordMapping<T> outward(Class<T> type, Schema schema) {
    RecordComponent[] components = type.getRecordComponents();
    List<Part> parts = new ArrayList<>();
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      for (int i = 0; i < components.length; i++) {
        Schema.Field field = schema.getField(components[i].getName());
        if (field != null) {
          parts.add(part(lookup, components[i], i, field));
        }
      }
      requireEveryField(type, schema, parts.size());
      return new RecordMapping<>(type, schema, parts, constructor(lookup, type, components));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot read the components of " + type, e);
    }
  }

  private static Part part(
      MethodHandles.Lookup lookup, RecordComponent component, int place, Schema.Field field)
      throws IllegalAccessException {
    MethodHandle accessor =
        lookup
            .unreflect(component.getAccessor())
            .asType(MethodType.methodType(Object.class, Object.class));
    return new Part(
        place, field.pos(), accessor, ValueMapping.of(component.getGenericType(), field.schema()));
  }

  private static <T> MethodHandle constructor(
      MethodHandles.Lookup lookup, Class<T> type, RecordComponent[] components)
      throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return lookup
        .findConstructor(type, MethodType.methodType(void.class, types))
        .asSpreader(Object[].class, types.length)
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  private static void requireEveryField(Class<?> type, Schema schema, int mapped) {
    if (mapped != schema.getFields().size()) {
      throw new IllegalArgumentException(
          "%s lacks a component for a field of %s".formatted(type.getName(), schema.getName()));
    }
  }

  /** The core's record; absent fields are null. Not for a mapping made {@link #outward}. */
  T toCore(IndexedRecord record) {
    Object[] values = new Object[parts.length];
    for (Part part : parts) {
      Object value = record.get(part.field);
      values[part.component] = value == null ? null : part.value.toCore().apply(value);
    }
    try {
      Object made = constructor.invokeExact(values);
      return type.cast(made);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }

  GenericData.Record toWire(T core) {
    return anyToWire(core);
  }

  GenericData.Record anyToWire(Object core) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Part part : parts) {
      Object value = get(part, core);
      record.put(part.field, value == null ? null : part.value.toWire().apply(value));
    }
    return record;
  }

  private static Object get(Part part, Object core) {
    try {
      return part.accessor.invokeExact(core);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor failed", e);
    }
  }
}
