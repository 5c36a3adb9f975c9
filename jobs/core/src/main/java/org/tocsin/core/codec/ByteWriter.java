package org.tocsin.core.codec;

import java.io.DataOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A growing array of bytes for a codec to write into. What the JDK has for it takes a lock for
 * every byte.
 */
public final class ByteWriter implements DataOutput {

  private ByteBuffer bytes;

  /**
   * @param expected bytes to begin with
   */
  public ByteWriter(int expected) {
    bytes = ByteBuffer.allocate(expected);
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private ByteBuffer with(int more) {
    if (bytes.remaining() < more) {
      int length = Math.max(bytes.position() + more, 2 * bytes.capacity());
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), length)).position(bytes.position());
    }
    return bytes;
  }

  @Override
  public void write(int b) {
    with(Byte.BYTES).put((byte) b);
  }

  @Override
  public void write(byte[] some) {
    write(some, 0, some.length);
  }

  @Override
  public void write(byte[] some, int from, int length) {
    with(length).put(some, from, length);
  }

  @Override
  public void writeByte(int value) {
    write(value);
  }

  @Override
  public void writeBoolean(boolean value) {
    write(value ? 1 : 0);
  }

  @Override
  public void writeShort(int value) {
    with(Short.BYTES).putShort((short) value);
  }

  @Override
  public void writeChar(int value) {
    with(Character.BYTES).putChar((char) value);
  }

  @Override
  public void writeInt(int value) {
    with(Integer.BYTES).putInt(value);
  }

  @Override
  public void writeLong(long value) {
    with(Long.BYTES).putLong(value);
  }

  @Override
  public void writeFloat(float value) {
    with(Float.BYTES).putFloat(value);
  }

  @Override
  public void writeDouble(double value) {
    with(Double.BYTES).putDouble(value);
  }

  /** No codec writes text a byte a character. */
  @Override
  public void writeBytes(String text) {
    throw new UnsupportedOperationException("text is written as its length and UTF-8");
  }

  /** No codec writes text two bytes a character. */
  @Override
  public void writeChars(String text) {
    throw new UnsupportedOperationException("text is written as its length and UTF-8");
  }

  /** No codec writes text in Java's own form. */
  @Override
  public void writeUTF(String text) {
    throw new UnsupportedOperationException("text is written as its length and UTF-8");
  }
}
