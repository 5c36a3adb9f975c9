package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a value becomes bytes, between operators and in state, and back. Values are never null. */
public interface Codec<T> {

  void write(T value, DataOutput out) throws IOException;

  T read(DataInput in) throws IOException;

  /** The type that is read back; its name identifies the codec in a savepoint. */
  Class<T> type();

  /**
   * The codec of a record or of a sealed interface of records.
   *
   * @throws IllegalArgumentException when the type, or one inside it, is of no kind a codec knows
   */
  @SuppressWarnings("unchecked")
  static <T> Codec<T> of(Class<T> type) {
    if (type.isRecord()) {
      return (Codec<T>) RecordCodec.of(type.asSubclass(Record.class));
    } else if (type.isSealed()) {
      return UnionCodec.of(type);
    }
    throw new IllegalArgumentException(type + " is neither a record nor a sealed interface");
  }
}
