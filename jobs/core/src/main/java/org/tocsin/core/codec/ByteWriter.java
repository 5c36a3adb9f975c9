package org.tocsin.core.codec;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A growing array of bytes to write into: what the JDK has for it takes a lock for every byte. */
public final class ByteWriter extends DataOutputStream {

  /**
   * @param expected bytes to begin with
   */
  public ByteWriter(int expected) {
    super(new Growing(expected));
  }

  public byte[] toBytes() {
    Growing growing = (Growing) out;
    return Arrays.copyOf(growing.bytes, growing.length);
  }

  /** {@link DataOutput} by way of the stream underneath, without the counting and its lock. */
  @Override
  public void write(int b) throws IOException {
    out.write(b);
  }

  @Override
  public void write(byte[] some, int from, int length) throws IOException {
    out.write(some, from, length);
  }

  private static final class Growing extends OutputStream {
    private byte[] bytes;
    private int length;

    Growing(int expected) {
      bytes = new byte[expected];
    }

    @Override
    public void write(int b) {
      room(1);
      bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] some, int from, int count) {
      room(count);
      System.arraycopy(some, from, bytes, length, count);
      length += count;
    }

    private void room(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
      }
    }
  }
}
