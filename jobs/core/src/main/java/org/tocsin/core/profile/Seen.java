package org.tocsin.core.profile;

import java.util.Arrays;
import org.tocsin.core.event.Event;

/**
 * The latest records folded, so that a copy is known as such; the oldest first. What comes again
 * later than {@link #KEPT} records of the same entity is folded again; movements and calls are then
 * still told apart by their own ids.
 *
 * <p>A mark is 48 bits of the record's identity and 16 of its content. Among so few, a new record
 * is taken for one of them once in 10^13 records.
 *
 * @param hashes as version 1.0 kept them, pairs of whole hashes; turned into marks when read
 */
public record Seen(long[] hashes, long[] marks) {

  static final int KEPT = 24;
  public static final Seen NOTHING = new Seen(new long[0], new long[0]);

  private static final long CONTENT = 0xFFFF;
  private static final long[] NONE = new long[0];

  public Seen {
    if (hashes.length > 0) {
      long[] read = new long[hashes.length / 2];
      for (int i = 0; i < read.length; i++) {
        read[i] = mark(hashes[2 * i], hashes[2 * i + 1]);
      }
      marks = read;
      hashes = NONE;
    }
  }

  /** What a record is to those seen before. */
  public enum Copy {
    NONE,
    SAME,
    DIFFERENT
  }

  /** What both questions below ask by: to be made once a record, as it reads all of it. */
  public static long mark(Event event) {
    return mark(EventHash.identity(event), EventHash.content(event));
  }

  public Copy copyOf(long mark) {
    for (long each : marks) {
      if ((each & ~CONTENT) == (mark & ~CONTENT)) {
        return each == mark ? Copy.SAME : Copy.DIFFERENT;
      }
    }
    return Copy.NONE;
  }

  public Seen with(long mark) {
    int drop = marks.length >= KEPT ? marks.length - KEPT + 1 : 0;
    long[] longer = Arrays.copyOfRange(marks, drop, marks.length + 1);
    longer[longer.length - 1] = mark;
    return new Seen(NONE, longer);
  }

  private static long mark(long identity, long content) {
    return identity & ~CONTENT | content & CONTENT;
  }
}
