package org.tocsin.runtime.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.tocsin.core.codec.Codec;

/**
 * A {@link Codec} as Flink wants it. Values are immutable, so they are never copied; the codec
 * keeps nothing, so one instance serves every thread.
 */
public final class CodecSerializer<T> extends TypeSerializer<T> {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private transient Codec<T> codec;
  private transient ByteMeter meter;

  public CodecSerializer(Class<T> type) {
    this.type = type;
    this.codec = Codec.of(type);
  }

  /** A serializer that also tells the length of what it reads from state and writes into it. */
  public CodecSerializer<T> metered(ByteMeter lengths) {
    CodecSerializer<T> metered = new CodecSerializer<>(type);
    metered.meter = lengths;
    return metered;
  }

  private Codec<T> codec() {
    Codec<T> known = codec;
    if (known == null) {
      // After Java deserialization on a task manager; two threads at worst find the same codec.
      known = Codec.of(type);
      codec = known;
    }
    return known;
  }

  Class<T> type() {
    return type;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    if (meter != null && target instanceof DataOutputSerializer buffer) {
      int before = buffer.length();
      codec().write(value, buffer);
      meter.written(buffer.length() - before);
    } else {
      codec().write(value, target);
    }
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    if (meter != null && source instanceof DataInputDeserializer buffer) {
      int before = buffer.getPosition();
      T value = codec().read(buffer);
      meter.read(buffer.getPosition() - before);
      return value;
    }
    return codec().read(source);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  /** Records have no empty instance; Flink accepts none for an immutable type. */
  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  /** Varies with the value. */
  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodecSerializer<?> that && type == that.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new CodecSerializerSnapshot<>(type);
  }
}
