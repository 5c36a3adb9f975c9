package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The codec of a sealed interface of records: the place of the record in the {@code permits}
 * clause, then the record. New members go at the end of the clause.
 */
public final class UnionCodec<T> implements Codec<T> {

  private final Class<T> type;
  private final List<RecordCodec<?>> members;
  private final Map<Class<?>, Integer> tags = new IdentityHashMap<>();

  private UnionCodec(Class<T> type) {
    this.type = type;
    this.members =
        Arrays.stream(type.getPermittedSubclasses())
            .<RecordCodec<?>>map(member -> RecordCodec.of(member.asSubclass(Record.class)))
            .toList();
    for (int tag = 0; tag < members.size(); tag++) {
      tags.put(members.get(tag).type(), tag);
    }
  }

  public static <T> UnionCodec<T> of(Class<T> type) {
    return new UnionCodec<>(type);
  }

  @Override
  public void write(T value, DataOutput out) throws IOException {
    int tag = tags.get(value.getClass());
    out.writeByte(tag);
    writeMember(members.get(tag), value, out);
  }

  private static <R extends Record> void writeMember(
      RecordCodec<R> codec, Object value, DataOutput out) throws IOException {
    codec.write(codec.type().cast(value), out);
  }

  @Override
  public T read(DataInput in) throws IOException {
    int tag = in.readByte();
    if (tag < 0 || tag >= members.size()) {
      throw new IOException(
          "member %d of %s is of a newer version".formatted(tag, type.getSimpleName()));
    }
    return type.cast(members.get(tag).read(in));
  }

  @Override
  public Class<T> type() {
    return type;
  }
}
