package org.tocsin.core.codec;

import java.io.DataInputStream;
import java.io.InputStream;

/** Reads from a place in an array of bytes: what the JDK has for it takes a lock for every byte. */
public final class ByteReader extends DataInputStream {

  public ByteReader(byte[] bytes, int from) {
    super(new Rest(bytes, from));
  }

  private static final class Rest extends InputStream {
    private final byte[] bytes;
    private int place;

    Rest(byte[] bytes, int from) {
      this.bytes = bytes;
      this.place = from;
    }

    @Override
    public int read() {
      return place < bytes.length ? bytes[place++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (place >= bytes.length) {
        return most == 0 ? 0 : -1;
      }
      int count = Math.min(most, bytes.length - place);
      System.arraycopy(bytes, place, into, from, count);
      place += count;
      return count;
    }
  }
}
