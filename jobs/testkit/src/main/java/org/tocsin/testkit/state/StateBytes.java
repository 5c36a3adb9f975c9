package org.tocsin.testkit.state;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.core.codec.Codec;

/**
 * State bytes of released versions, kept in {@code src/test/resources/state/VERSION/NAME.bin} and
 * read by tests: what an older version left in a savepoint must still be understood.
 *
 * <p>With {@code -Dtocsin.state.write=true} a missing file is written; one that is there never is.
 */
public final class StateBytes {

  private static final Path RESOURCES = Path.of("src", "test", "resources", "state");

  private StateBytes() {}

  /**
   * The value that a released version has written.
   *
   * @param name of the file, without its ending
   * @param example what is written when the file is missing and writing is asked for
   * @throws AssertionError when the file is missing, or holds more than the value
   */
  public static <T> T read(String version, String name, Codec<T> codec, T example)
      throws IOException {
    Path file = RESOURCES.resolve(version).resolve(name + ".bin");
    if (!Files.exists(file)) {
      writeIfAsked(file, codec, example);
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      T value = codec.read(in);
      if (in.read() >= 0) {
        throw new AssertionError(file + " holds more than the codec reads");
      }
      return value;
    }
  }

  private static <T> void writeIfAsked(Path file, Codec<T> codec, T example) throws IOException {
    if (!Boolean.getBoolean("tocsin.state.write")) {
      throw new AssertionError(file + " is missing; -Dtocsin.state.write=true writes it");
    }
    Files.createDirectories(file.getParent());
    Files.write(file, write(codec, example));
  }

  /** The value's bytes as this version writes them. */
  public static <T> byte[] write(Codec<T> codec, T value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
