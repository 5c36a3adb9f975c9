package org.tocsin.core.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: zigzag, then seven bits a byte. */
public final class Varint {

  private Varint() {}

  public static void writeSigned(long value, DataOutput out) throws IOException {
    writeUnsigned((value << 1) ^ (value >> 63), out);
  }

  public static long readSigned(DataInput in) throws IOException {
    long raw = readUnsigned(in);
    return (raw >>> 1) ^ -(raw & 1);
  }

  public static void writeUnsigned(long value, DataOutput out) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  public static long readUnsigned(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.readByte();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IOException("a number longer than 64 bits");
  }
}
