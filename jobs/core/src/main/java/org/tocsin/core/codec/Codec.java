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
}
