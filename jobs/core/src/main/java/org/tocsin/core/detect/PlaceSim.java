package org.tocsin.core.detect;

import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Message;

/**
 * A SIM that was seen in a handset or at a cell.
 *
 * @param seenAt the last time, epoch milliseconds
 * @param openedAt when it was opened, epoch milliseconds; null when unknown
 * @param oneWayAt when it last called many numbers and was hardly called, epoch milliseconds; 0 for
 *     never
 * @param evidence of the last time
 */
public record PlaceSim(
    String phone, long seenAt, Long openedAt, long oneWayAt, String region, Evidence evidence) {

  static PlaceSim of(Message.SimSeenTold told) {
    return new PlaceSim(
        told.phone(),
        told.time(),
        told.openedAt(),
        told.oneWay() ? told.time() : 0,
        told.region(),
        told.evidence());
  }

  /** As seen last, and one-way when it last was. */
  PlaceSim and(PlaceSim other) {
    PlaceSim last = other.seenAt >= seenAt ? other : this;
    return new PlaceSim(
        phone,
        last.seenAt,
        last.openedAt,
        Math.max(oneWayAt, other.oneWayAt),
        last.region,
        last.evidence);
  }
}
