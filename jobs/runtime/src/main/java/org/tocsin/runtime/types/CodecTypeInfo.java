package org.tocsin.runtime.types;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Flink's view of a type that a {@link org.tocsin.core.codec.Codec} writes: every state and
 * everything that travels between operators. Flink never inspects the type by itself, so nothing
 * falls back to Kryo.
 *
 * @param <T> a record, or a sealed interface of records
 */
public final class CodecTypeInfo<T> extends TypeInformation<T> {

  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  private CodecTypeInfo(Class<T> type) {
    this.type = type;
  }

  /**
   * @throws IllegalArgumentException when the type, or one inside it, has no codec
   */
  public static <T> CodecTypeInfo<T> of(Class<T> type) {
    org.tocsin.core.codec.Codec.of(type);
    return new CodecTypeInfo<>(type);
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new CodecSerializer<>(type);
  }

  /** The serializer, where no job's configuration is at hand. */
  public CodecSerializer<T> serializer() {
    return new CodecSerializer<>(type);
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public String toString() {
    return "Codec<" + type.getSimpleName() + ">";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodecTypeInfo<?> that && type == that.type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CodecTypeInfo;
  }
}
