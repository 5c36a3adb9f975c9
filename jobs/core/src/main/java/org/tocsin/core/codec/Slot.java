package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * One component of a record: whether it is worth writing, and how it is written and read. Numbers
 * are taken from the record as they are, since every event passes here several times and a box for
 * each of its numbers is what it would be slow by.
 */
abstract class Slot {

  final ValueCodecs.ValueCodec codec;
  private final Object absent;

  /**
   * @param absent what a record has in this place when nothing was written
   */
  private Slot(ValueCodecs.ValueCodec codec, Object absent) {
    this.codec = codec;
    this.absent = absent;
  }

  /** What equals its default need not be written: an absent component costs a bit. */
  abstract boolean isAbsent(Object record);

  abstract void write(Object record, DataOutput out) throws IOException;

  final Object read(DataInput in) throws IOException {
    return codec.read(in);
  }

  final Object absent() {
    return absent;
  }

  static Slot of(MethodHandles.Lookup lookup, RecordComponent component)
      throws ReflectiveOperationException {
    Class<?> type = component.getType();
    ValueCodecs.ValueCodec codec = ValueCodecs.of(component.getGenericType());
    MethodHandle accessor = lookup.unreflect(component.getAccessor());
    if (type == long.class) {
      return new OfLong(accessorAs(lookup, ToLongFunction.class, "applyAsLong", accessor), codec);
    } else if (type == int.class) {
      return new OfInt(accessorAs(lookup, ToIntFunction.class, "applyAsInt", accessor), codec);
    } else if (type == boolean.class) {
      return new OfBoolean(accessorAs(lookup, Predicate.class, "test", accessor), codec);
    }
    Function<Object, Object> reference = accessorAs(lookup, Function.class, "apply", accessor);
    Predicate<Object> empty = empty(type);
    return empty == null
        ? new OfReference(reference, codec, absent(type))
        : new OfContainer(reference, codec, absent(type), empty);
  }

  /**
   * When a value of the type is as good as none; null for types with no such value. Asked of the
   * declared type once: to ask each value whether it is a list costs more than all else here, as
   * Java searches all interfaces of what is none.
   */
  private static Predicate<Object> empty(Class<?> type) {
    if (type == double.class) {
      return value -> (Double) value == 0;
    } else if (type == List.class) {
      return value -> ((List<?>) value).isEmpty();
    } else if (type == Map.class) {
      return value -> ((Map<?, ?>) value).isEmpty();
    } else if (type == long[].class) {
      return value -> ((long[]) value).length == 0;
    }
    return null;
  }

  private static Object absent(Class<?> type) {
    if (type == double.class) {
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

  /** The accessor as a function, which the compiler sees through better than through a handle. */
  @SuppressWarnings("unchecked")
  private static <F> F accessorAs(
      MethodHandles.Lookup lookup, Class<? super F> function, String method, MethodHandle accessor)
      throws ReflectiveOperationException {
    Class<?> answer = accessor.type().returnType();
    Class<?> erased = answer.isPrimitive() && function != Function.class ? answer : Object.class;
    try {
      return (F)
          LambdaMetafactory.metafactory(
                  lookup,
                  method,
                  MethodType.methodType(function),
                  MethodType.methodType(erased, Object.class),
                  accessor,
                  accessor.type().wrap().changeReturnType(boxedFor(function, answer)))
              .getTarget()
              .invoke();
    } catch (ReflectiveOperationException e) {
      throw e;
    } catch (Throwable e) {
      throw new ReflectiveOperationException("no function of " + accessor, e);
    }
  }

  private static Class<?> boxedFor(Class<?> function, Class<?> answer) {
    return function == Function.class ? MethodType.methodType(answer).wrap().returnType() : answer;
  }

  private static final class OfLong extends Slot {
    private final ToLongFunction<Object> accessor;

    OfLong(ToLongFunction<Object> accessor, ValueCodecs.ValueCodec codec) {
      super(codec, 0L);
      this.accessor = accessor;
    }

    @Override
    boolean isAbsent(Object record) {
      return accessor.applyAsLong(record) == 0;
    }

    @Override
    void write(Object record, DataOutput out) throws IOException {
      Varint.writeSigned(accessor.applyAsLong(record), out);
    }
  }

  private static final class OfInt extends Slot {
    private final ToIntFunction<Object> accessor;

    OfInt(ToIntFunction<Object> accessor, ValueCodecs.ValueCodec codec) {
      super(codec, 0);
      this.accessor = accessor;
    }

    @Override
    boolean isAbsent(Object record) {
      return accessor.applyAsInt(record) == 0;
    }

    @Override
    void write(Object record, DataOutput out) throws IOException {
      Varint.writeSigned(accessor.applyAsInt(record), out);
    }
  }

  private static final class OfBoolean extends Slot {
    private final Predicate<Object> accessor;

    OfBoolean(Predicate<Object> accessor, ValueCodecs.ValueCodec codec) {
      super(codec, false);
      this.accessor = accessor;
    }

    @Override
    boolean isAbsent(Object record) {
      return !accessor.test(record);
    }

    @Override
    void write(Object record, DataOutput out) throws IOException {
      out.writeBoolean(accessor.test(record));
    }
  }

  private static class OfReference extends Slot {
    final Function<Object, Object> accessor;

    OfReference(Function<Object, Object> accessor, ValueCodecs.ValueCodec codec, Object absent) {
      super(codec, absent);
      this.accessor = accessor;
    }

    @Override
    boolean isAbsent(Object record) {
      return accessor.apply(record) == null;
    }

    @Override
    void write(Object record, DataOutput out) throws IOException {
      codec.write(accessor.apply(record), out);
    }
  }

  private static final class OfContainer extends OfReference {
    private final Predicate<Object> empty;

    OfContainer(
        Function<Object, Object> accessor,
        ValueCodecs.ValueCodec codec,
        Object absent,
        Predicate<Object> empty) {
      super(accessor, codec, absent);
      this.empty = empty;
    }

    @Override
    boolean isAbsent(Object record) {
      Object value = accessor.apply(record);
      return value == null || empty.test(value);
    }
  }
}
