package org.tocsin.local.input;

/**
 * What became of the records of one stream: {@code read = used + duplicates + rejected}.
 *
 * @param duplicates copies of an earlier record, conflicts among them
 * @param conflicts copies that say something else than the first, which counts
 * @param late those among the used whose time lies more than the lateness bound behind the newest
 *     record before them in the file
 */
public record StreamCounts(
    long read, long used, long duplicates, long conflicts, long rejected, long late) {

  public static final StreamCounts NONE = new StreamCounts(0, 0, 0, 0, 0, 0);

  public StreamCounts plus(StreamCounts other) {
    return new StreamCounts(
        read + other.read,
        used + other.used,
        duplicates + other.duplicates,
        conflicts + other.conflicts,
        rejected + other.rejected,
        late + other.late);
  }
}
