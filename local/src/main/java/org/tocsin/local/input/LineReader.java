package org.tocsin.local.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of an NDJSON file as bytes, because what is no UTF-8 has to be shown as it stands. A
 * byte order mark and carriage returns are no part of a record; a last line without an end is a
 * line. Of a line that is too long only the first bytes are kept, so that no line, however long,
 * fills the memory.
 */
final class LineReader implements Closeable {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int CHUNK = 1 << 18;

  private final InputStream in;
  private final int keep;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int limit;

  private byte[] line;
  private int length;
  private long number;
  private boolean ended;

  /**
   * @param number 1-based
   * @param bytes without the line's end; of a line longer than the maximum one byte more than that
   */
  record Line(long number, byte[] bytes) {}

  /**
   * @param max length in bytes of the longest line that is kept whole
   */
  LineReader(InputStream in, int max) {
    this.in = in;
    // One byte more tells that a line is too long; another may be the carriage return before its
    // end.
    this.keep = max + 1;
    this.line = new byte[Math.min(keep + 1, 1 << 12)];
  }

  /** The next line; null at the end. */
  Line next() throws IOException {
    if (!readLine()) {
      return null;
    }
    number++;
    if (number == 1 && dropByteOrderMark() && length == 0 && !ended) {
      return null;
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return new Line(number, Arrays.copyOf(line, Math.min(length, keep)));
  }

  /** False when there is no further line. */
  private boolean readLine() throws IOException {
    length = 0;
    ended = false;
    boolean any = false;
    while (position < limit || fill()) {
      any = true;
      int end = endOfLine();
      append(position, end);
      position = end;
      if (position < limit) {
        position++;
        ended = true;
        return true;
      }
    }
    return any;
  }

  private int endOfLine() {
    int at = position;
    while (at < limit && chunk[at] != '\n') {
      at++;
    }
    return at;
  }

  private void append(int from, int to) {
    int taken = Math.min(to - from, keep + 1 - length);
    if (length + taken > line.length) {
      line = Arrays.copyOf(line, Math.min(keep + 1, Math.max(length + taken, 2 * line.length)));
    }
    System.arraycopy(chunk, from, line, length, taken);
    length += taken;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(chunk, 0, chunk.length));
    return limit > 0;
  }

  private boolean dropByteOrderMark() {
    int mark = BYTE_ORDER_MARK.length;
    boolean there = length >= mark && Arrays.equals(line, 0, mark, BYTE_ORDER_MARK, 0, mark);
    if (there) {
      length -= mark;
      System.arraycopy(line, mark, line, 0, length);
    }
    return there;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
