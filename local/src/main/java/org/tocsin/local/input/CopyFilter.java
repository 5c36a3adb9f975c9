package org.tocsin.local.input;

import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Which records of a stream came before. Exact up to the 128-bit hash of an identity: among a
 * billion records two share one with a probability of 10^-21. Takes 40 to 80 bytes a record.
 */
final class CopyFilter {

  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];
  private long[] content = new long[FIRST_CAPACITY];
  private int size;

  enum Seen {
    NEW,
    /** The same record again. */
    COPY,
    /** The same identity with something else in it. */
    CONFLICT
  }

  /**
   * @param identity what makes two records copies of each other
   * @param record the whole record
   */
  Seen add(byte[] identity, byte[] record) {
    long[] id = MurmurHash3.hash128x64(identity);
    // Zero marks a free place.
    long idHigh = id[0] == 0 ? 1 : id[0];
    long[] hash = MurmurHash3.hash128x64(record);
    int place = find(idHigh, id[1]);
    if (high[place] != 0) {
      return content[place] == hash[0] ? Seen.COPY : Seen.CONFLICT;
    }
    put(place, idHigh, id[1], hash[0]);
    if (++size > high.length / 2) {
      grow();
    }
    return Seen.NEW;
  }

  private int find(long idHigh, long idLow) {
    int mask = high.length - 1;
    int place = (int) idLow & mask;
    while (high[place] != 0 && (high[place] != idHigh || low[place] != idLow)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void put(int place, long idHigh, long idLow, long hash) {
    high[place] = idHigh;
    low[place] = idLow;
    content[place] = hash;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    long[] oldContent = content;
    int capacity = Math.multiplyExact(2, oldHigh.length);
    high = new long[capacity];
    low = new long[capacity];
    content = new long[capacity];
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldHigh[i] != 0) {
        put(find(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldContent[i]);
      }
    }
  }
}
