package org.tocsin.local.sort;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * A record on its way through the sort.
 *
 * @param time event time, epoch milliseconds; the order
 * @param key the order among records of one time
 * @param record the record's bytes
 */
public record SortEntry(long time, byte[] key, byte[] record) implements Comparable<SortEntry> {

  @Override
  public int compareTo(SortEntry other) {
    int byTime = Long.compare(time, other.time);
    return byTime != 0 ? byTime : Arrays.compareUnsigned(key, other.key);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(time);
    out.writeInt(key.length);
    out.writeInt(record.length);
    out.write(key);
    out.write(record);
  }

  /** The next entry; null at the end. */
  static SortEntry read(DataInputStream in) throws IOException {
    long time;
    try {
      time = in.readLong();
    } catch (EOFException e) {
      return null;
    }
    byte[] key = new byte[in.readInt()];
    byte[] record = new byte[in.readInt()];
    in.readFully(key);
    in.readFully(record);
    return new SortEntry(time, key, record);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortEntry that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(time) * 31 + Arrays.hashCode(key);
  }
}
