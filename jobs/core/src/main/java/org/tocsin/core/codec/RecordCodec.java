package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
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
  private Slot[] slots;
  private MethodHandle constructor;

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
      slots = new Slot[declared.length];
      for (int i = 0; i < declared.length; i++) {
        types[i] = declared[i].getType();
        slots[i] = Slot.of(lookup, declared[i]);
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

  @Override
  public void write(T value, DataOutput out) throws IOException {
    long present = 0;
    for (int i = 0; i < slots.length; i++) {
      present |= slots[i].isAbsent(value) ? 0 : 1L << i;
    }
    Varint.writeUnsigned(slots.length, out);
    Varint.writeUnsigned(present, out);
    for (int i = 0; i < slots.length; i++) {
      if ((present & 1L << i) != 0) {
        slots[i].write(value, out);
      }
    }
  }

  @Override
  public T read(DataInput in) throws IOException {
    int written = (int) Varint.readUnsigned(in);
    if (written > slots.length) {
      throw new IOException(
          "%s was written with %d components by a newer version; this one knows %d"
              .formatted(type.getSimpleName(), written, slots.length));
    }
    long present = Varint.readUnsigned(in);
    Object[] values = new Object[slots.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (present & 1L << i) != 0 ? slots[i].read(in) : slots[i].absent();
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
