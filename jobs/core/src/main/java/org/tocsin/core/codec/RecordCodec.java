package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The codec of any record, read off its components: how many there are, which are present, then the
 * values. So a record evolves by new components <em>at its end</em>; bytes written before them are
 * read with null, 0, false or empty in their place. Enum constants are stored by ordinal and also
 * only ever added at the end. Both are held by tests that read the bytes of released versions.
 *
 * @param <T> a record of String, whole and floating numbers, boolean, enums, long[], other records,
 *     sealed interfaces of records, and List and Map of these
 */
public final class RecordCodec<T extends Record> implements Codec<T> {

  private static final Map<Class<?>, RecordCodec<?>> KNOWN = new ConcurrentHashMap<>();

  private final Class<T> type;
  private Component[] components;
  private MethodHandle constructor;

  private record Component(MethodHandle accessor, ValueCodecs.ValueCodec codec, Object absent) {}

  private RecordCodec(Class<T> type) {
    this.type = type;
  }

  @SuppressWarnings("unchecked")
  public static <T extends Record> RecordCodec<T> of(Class<T> type) {
    RecordCodec<?> known = KNOWN.get(type);
    if (known == null) {
      RecordCodec<T> made = new RecordCodec<>(type);
      // Inspected before it is published, so a codec is never seen half made.
      made.inspect();
      known = KNOWN.putIfAbsent(type, made);
      known = known == null ? made : known;
    }
    return (RecordCodec<T>) known;
  }

  private void inspect() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      RecordComponent[] declared = type.getRecordComponents();
      if (declared.length > Long.SIZE) {
        throw new IllegalArgumentException(type + " has more components than presence bits");
      }
      Class<?>[] types = new Class<?>[declared.length];
      components = new Component[declared.length];
      for (int i = 0; i < declared.length; i++) {
        types[i] = declared[i].getType();
        components[i] = component(lookup, declared[i]);
      }
      constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot read the components of " + type, e);
    }
  }

  private static Component component(MethodHandles.Lookup lookup, RecordComponent declared)
      throws IllegalAccessException {
    MethodHandle accessor =
        lookup
            .unreflect(declared.getAccessor())
            .asType(MethodType.methodType(Object.class, Object.class));
    return new Component(
        accessor, ValueCodecs.of(declared.getGenericType()), absent(declared.getType()));
  }

  private static Object absent(Class<?> type) {
    if (type == long.class) {
      return 0L;
    } else if (type == int.class) {
      return 0;
    } else if (type == boolean.class) {
      return false;
    } else if (type == double.class) {
      return 0.0;
    } else if (type == List.class) {
      return List.of();
    } else if (type == Map.class) {
      return Map.of();
    } else if (type == long[].class) {
      return new long[0];
    }
    return null;
  }

  @Override
  public void write(T value, DataOutput out) throws IOException {
    Object[] values = new Object[components.length];
    long present = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = get(components[i], value);
      present |= isAbsent(values[i], components[i]) ? 0 : 1L << i;
    }
    Varint.writeUnsigned(values.length, out);
    Varint.writeUnsigned(present, out);
    for (int i = 0; i < values.length; i++) {
      if ((present & 1L << i) != 0) {
        components[i].codec.write(values[i], out);
      }
    }
  }

  /** What equals its default need not be written: absent fields cost a bit. */
  private static boolean isAbsent(Object value, Component component) {
    if (value instanceof long[] longs) {
      return longs.length == 0;
    }
    return value == null || value.equals(component.absent);
  }

  private static Object get(Component component, Object value) {
    try {
      return component.accessor.invokeExact(value);
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor failed", e);
    }
  }

  @Override
  public T read(DataInput in) throws IOException {
    int written = (int) Varint.readUnsigned(in);
    if (written > components.length) {
      throw new IOException(
          "%s was written with %d components by a newer version; this one knows %d"
              .formatted(type.getSimpleName(), written, components.length));
    }
    long present = Varint.readUnsigned(in);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (present & 1L << i) != 0 ? components[i].codec.read(in) : components[i].absent;
    }
    try {
      Object made = constructor.invokeExact(values);
      return type.cast(made);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("cannot make a " + type.getSimpleName(), e);
    }
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public String toString() {
    return type.getSimpleName() + Arrays.toString(type.getRecordComponents());
  }
}
