package org.tocsin.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary form out of one array. Unlike the stock decoder it believes no length before it has
 * looked at what is left: twenty hostile bytes that announce a text of two gigabytes are refused,
 * not allocated. Texts must be valid UTF-8.
 */
final class BoundedDecoder extends Decoder {

  private byte[] bytes;
  private int at;
  private int end;

  BoundedDecoder over(byte[] all, int from) {
    bytes = all;
    at = from;
    end = all.length;
    return this;
  }

  int remaining() {
    return end - at;
  }

  /** The message ends too early or says what cannot be. */
  static final class Malformed extends IOException {
    private final ReasonCode code;

    Malformed(ReasonCode code, String message) {
      super(message);
      this.code = code;
    }

    ReasonCode code() {
      return code;
    }
  }

  private static Malformed broken(String message) {
    return new Malformed(ReasonCode.BROKEN_AVRO, message);
  }

  private byte next() throws IOException {
    if (at >= end) {
      throw broken("the body breaks off");
    }
    return bytes[at++];
  }

  private int length(long announced) throws IOException {
    if (announced < 0 || announced > remaining()) {
      throw broken("the body breaks off");
    }
    return (int) announced;
  }

  @Override
  public void readNull() {
    // Takes no bytes.
  }

  @Override
  public boolean readBoolean() throws IOException {
    byte value = next();
    if (value != 0 && value != 1) {
      throw broken("a boolean must be 0 or 1");
    }
    return value == 1;
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if (value != (int) value) {
      throw broken("a number is too large for its field");
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = next();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw broken("a number has too many bytes");
  }

  @Override
  public float readFloat() throws IOException {
    int from = take(Float.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(from);
  }

  @Override
  public double readDouble() throws IOException {
    int from = take(Double.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(from);
  }

  private int take(long announced) throws IOException {
    int from = at;
    at += length(announced);
    return from;
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    int from = take(readLong());
    String text = StrictText.of(bytes, from, at - from);
    if (text == null) {
      throw new Malformed(ReasonCode.INVALID_UTF8, "a text must be valid UTF-8");
    }
    return text;
  }

  @Override
  public void skipString() throws IOException {
    take(readLong());
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    int from = take(readLong());
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, at));
  }

  @Override
  public void skipBytes() throws IOException {
    take(readLong());
  }

  @Override
  public void readFixed(byte[] into, int start, int length) throws IOException {
    System.arraycopy(bytes, take(length), into, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  /** Items of no bytes do not occur in our schemas, so there are no more items than bytes left. */
  private long blockCount() throws IOException {
    long count = readLong();
    if (count < 0) {
      if (count == Long.MIN_VALUE) {
        throw broken("a block has too many items");
      }
      length(readLong());
      count = -count;
    }
    return length(count);
  }

  /**
   * Blocks that announce their size in bytes are passed over; returns the items of one that does
   * not.
   */
  private long skipBlocks() throws IOException {
    long count;
    while ((count = readLong()) < 0) {
      take(readLong());
    }
    return length(count);
  }

  @Override
  public long readArrayStart() throws IOException {
    return blockCount();
  }

  @Override
  public long arrayNext() throws IOException {
    return blockCount();
  }

  @Override
  public long skipArray() throws IOException {
    return skipBlocks();
  }

  @Override
  public long readMapStart() throws IOException {
    return blockCount();
  }

  @Override
  public long mapNext() throws IOException {
    return blockCount();
  }

  @Override
  public long skipMap() throws IOException {
    return skipBlocks();
  }
}
