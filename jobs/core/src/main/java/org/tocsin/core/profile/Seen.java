package org.tocsin.core.profile;

import org.tocsin.core.event.Event;

/**
 * The latest records folded, so that a copy is known as such: pairs of identity and content hashes,
 * the oldest first. What comes again later than {@link #KEPT} records of the same entity is folded
 * again; movements and calls are then still told apart by their own ids.
 */
public record Seen(long[] hashes) {

  static final int KEPT = 32;
  public static final Seen NOTHING = new Seen(new long[0]);

  /** What a record is to those seen before. */
  public enum Copy {
    NONE,
    SAME,
    DIFFERENT
  }

  public Copy copyOf(Event event) {
    long identity = EventHash.identity(event);
    for (int i = 0; i < hashes.length; i += 2) {
      if (hashes[i] == identity) {
        return hashes[i + 1] == EventHash.content(event) ? Copy.SAME : Copy.DIFFERENT;
      }
    }
    return Copy.NONE;
  }

  public Seen with(Event event) {
    int drop = hashes.length >= 2 * KEPT ? 2 : 0;
    long[] longer = new long[hashes.length - drop + 2];
    System.arraycopy(hashes, drop, longer, 0, hashes.length - drop);
    longer[longer.length - 2] = EventHash.identity(event);
    longer[longer.length - 1] = EventHash.content(event);
    return new Seen(longer);
  }
}
