package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codec of each type that a record component may have. */
final class ValueCodecs {

  private ValueCodecs() {}

  /** Writes and reads one non-null value of a component. */
  interface ValueCodec {
    void write(Object value, DataOutput out) throws IOException;

    Object read(DataInput in) throws IOException;
  }

  static ValueCodec of(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return ofGeneric(parameterized);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return STRING;
    } else if (raw == long.class || raw == Long.class) {
      return LONG;
    } else if (raw == int.class || raw == Integer.class) {
      return INT;
    } else if (raw == boolean.class || raw == Boolean.class) {
      return BOOLEAN;
    } else if (raw == double.class || raw == Double.class) {
      return DOUBLE;
    } else if (raw == long[].class) {
      return LONGS;
    } else if (raw.isEnum()) {
      return ofEnum(raw);
    } else if (raw.isAnnotationPresent(CodedBy.class)) {
      return ofCodec(madeBy(raw.getAnnotation(CodedBy.class)));
    } else if (raw.isRecord()) {
      return ofCodec(RecordCodec.of(raw.asSubclass(Record.class)));
    } else if (raw.isSealed()) {
      return ofCodec(UnionCodec.of(raw));
    }
    throw new IllegalArgumentException("no codec for a component of type " + type);
  }

  private static Codec<?> madeBy(CodedBy coded) {
    try {
      Constructor<? extends Codec<?>> constructor = coded.value().getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make a " + coded.value(), e);
    }
  }

  private static ValueCodec ofGeneric(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return ofList(of(arguments[0]));
    } else if (type.getRawType() == Map.class) {
      return ofMap(of(arguments[0]), of(arguments[1]));
    }
    throw new IllegalArgumentException("no codec for a component of type " + type);
  }

  private static final ValueCodec STRING =
      new ValueCodec() {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
          byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
          Varint.writeUnsigned(bytes.length, out);
          out.write(bytes);
        }

        @Override
        public Object read(DataInput in) throws IOException {
          byte[] bytes = new byte[(int) Varint.readUnsigned(in)];
          in.readFully(bytes);
          return new String(bytes, StandardCharsets.UTF_8);
        }
      };

  private static final ValueCodec LONG =
      new ValueCodec() {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
          Varint.writeSigned((Long) value, out);
        }

        @Override
        public Object read(DataInput in) throws IOException {
          return Varint.readSigned(in);
        }
      };

  private static final ValueCodec INT =
      new ValueCodec() {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
          Varint.writeSigned((Integer) value, out);
        }

        @Override
        public Object read(DataInput in) throws IOException {
          return Math.toIntExact(Varint.readSigned(in));
        }
      };

  private static final ValueCodec BOOLEAN =
      new ValueCodec() {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
          out.writeBoolean((Boolean) value);
        }

        @Override
        public Object read(DataInput in) throws IOException {
          return in.readBoolean();
        }
      };

  private static final ValueCodec DOUBLE =
      new ValueCodec() {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
          out.writeDouble((Double) value);
        }

        @Override
        public Object read(DataInput in) throws IOException {
          return in.readDouble();
        }
      };

  private static final ValueCodec LONGS =
      new ValueCodec() {
        @Override
        public void write(Object value, DataOutput out) throws IOException {
          long[] longs = (long[]) value;
          Varint.writeUnsigned(longs.length, out);
          for (long each : longs) {
            out.writeLong(each);
          }
        }

        @Override
        public Object read(DataInput in) throws IOException {
          long[] longs = new long[(int) Varint.readUnsigned(in)];
          for (int i = 0; i < longs.length; i++) {
            longs[i] = in.readLong();
          }
          return longs;
        }
      };

  private static ValueCodec ofEnum(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return new ValueCodec() {
      @Override
      public void write(Object value, DataOutput out) throws IOException {
        Varint.writeUnsigned(((Enum<?>) value).ordinal(), out);
      }

      @Override
      public Object read(DataInput in) throws IOException {
        long ordinal = Varint.readUnsigned(in);
        if (ordinal < 0 || ordinal >= constants.length) {
          throw new IOException(
              "constant %d of %s is of a newer version".formatted(ordinal, type.getSimpleName()));
        }
        return constants[(int) ordinal];
      }
    };
  }

  private static <T> ValueCodec ofCodec(Codec<T> codec) {
    return new ValueCodec() {
      @Override
      public void write(Object value, DataOutput out) throws IOException {
        codec.write(codec.type().cast(value), out);
      }

      @Override
      public Object read(DataInput in) throws IOException {
        return codec.read(in);
      }
    };
  }

  private static ValueCodec ofList(ValueCodec element) {
    return new ValueCodec() {
      @Override
      public void write(Object value, DataOutput out) throws IOException {
        List<?> list = (List<?>) value;
        Varint.writeUnsigned(list.size(), out);
        for (Object each : list) {
          element.write(each, out);
        }
      }

      @Override
      public Object read(DataInput in) throws IOException {
        int size = (int) Varint.readUnsigned(in);
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(element.read(in));
        }
        return List.copyOf(list);
      }
    };
  }

  private static ValueCodec ofMap(ValueCodec key, ValueCodec value) {
    return new ValueCodec() {
      @Override
      public void write(Object map, DataOutput out) throws IOException {
        Varint.writeUnsigned(((Map<?, ?>) map).size(), out);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
          key.write(entry.getKey(), out);
          value.write(entry.getValue(), out);
        }
      }

      @Override
      public Object read(DataInput in) throws IOException {
        int size = (int) Varint.readUnsigned(in);
        Map<Object, Object> map = new LinkedHashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
          map.put(key.read(in), value.read(in));
        }
        return Collections.unmodifiableMap(map);
      }
    };
  }
}
