package org.tocsin.runtime.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint says of a {@link CodecSerializer}: the type's name and how many components (of a
 * record) or members (of a sealed interface) it had. Types only grow at their end, so older bytes
 * are always read as they are; another type, or a larger one, is refused before the job starts.
 */
public final class CodecSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

  private static final int VERSION = 1;

  private String typeName;
  private int size;

  /** For Flink, which reads the rest from the savepoint. */
  public CodecSerializerSnapshot() {}

  CodecSerializerSnapshot(Class<T> type) {
    this.typeName = type.getName();
    this.size = type.isRecord() ? type.getRecordComponents().length : members(type);
  }

  private static int members(Class<?> type) {
    return type.getPermittedSubclasses().length;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(typeName);
    out.writeInt(size);
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the savepoint describes a codec in form %d; this version knows form %d"
              .formatted(version, VERSION));
    }
    typeName = in.readUTF();
    size = in.readInt();
  }

  @Override
  @SuppressWarnings("unchecked")
  public TypeSerializer<T> restoreSerializer() {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      return new CodecSerializer<>((Class<T>) Class.forName(typeName, true, loader));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "the savepoint holds values of " + typeName + ", which this version does not have", e);
    }
  }

  /**
   * @throws IllegalStateException when the savepoint holds another type, or one of a newer version
   */
  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> written) {
    if (!(written instanceof CodecSerializerSnapshot<T> old)) {
      throw new IllegalStateException(
          "the savepoint holds values written by %s, not by the codec of %s"
              .formatted(written.getClass().getSimpleName(), typeName));
    }
    if (!old.typeName.equals(typeName)) {
      throw new IllegalStateException(
          "the savepoint holds values of %s, not of %s".formatted(old.typeName, typeName));
    }
    if (old.size > size) {
      throw new IllegalStateException(
          "the savepoint holds %s with %d parts, written by a newer version; this one knows %d"
              .formatted(typeName, old.size, size));
    }
    return TypeSerializerSchemaCompatibility.compatibleAsIs();
  }
}
