package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.EOFException;
import java.nio.ByteBuffer;

/**
 * Reads from a place in an array of bytes what a codec wrote there. What the JDK has for it takes a
 * lock for every byte, or brings buffers of its own for every reader.
 */
public final class ByteReader implements DataInput {

  private final ByteBuffer bytes;

  public ByteReader(byte[] bytes, int from) {
    this.bytes = ByteBuffer.wrap(bytes, from, bytes.length - from);
  }

  private ByteBuffer holding(int length) throws EOFException {
    if (bytes.remaining() < length) {
      throw new EOFException("%d bytes are left of %d".formatted(bytes.remaining(), length));
    }
    return bytes;
  }

  @Override
  public byte readByte() throws EOFException {
    return holding(Byte.BYTES).get();
  }

  @Override
  public int readUnsignedByte() throws EOFException {
    return readByte() & 0xFF;
  }

  @Override
  public boolean readBoolean() throws EOFException {
    return readByte() != 0;
  }

  @Override
  public short readShort() throws EOFException {
    return holding(Short.BYTES).getShort();
  }

  @Override
  public int readUnsignedShort() throws EOFException {
    return readShort() & 0xFFFF;
  }

  @Override
  public char readChar() throws EOFException {
    return holding(Character.BYTES).getChar();
  }

  @Override
  public int readInt() throws EOFException {
    return holding(Integer.BYTES).getInt();
  }

  @Override
  public long readLong() throws EOFException {
    return holding(Long.BYTES).getLong();
  }

  @Override
  public float readFloat() throws EOFException {
    return holding(Float.BYTES).getFloat();
  }

  @Override
  public double readDouble() throws EOFException {
    return holding(Double.BYTES).getDouble();
  }

  @Override
  public void readFully(byte[] into) throws EOFException {
    readFully(into, 0, into.length);
  }

  @Override
  public void readFully(byte[] into, int from, int length) throws EOFException {
    holding(length).get(into, from, length);
  }

  @Override
  public int skipBytes(int most) {
    int skipped = Math.max(0, Math.min(most, bytes.remaining()));
    bytes.position(bytes.position() + skipped);
    return skipped;
  }

  /** No codec writes text by the line. */
  @Override
  public String readLine() {
    throw new UnsupportedOperationException("text is written as its length and UTF-8");
  }

  /** No codec writes text in Java's own form. */
  @Override
  public String readUTF() {
    throw new UnsupportedOperationException("text is written as its length and UTF-8");
  }
}
