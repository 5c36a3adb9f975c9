package org.tocsin.core.signal;

import java.util.List;

/**
 * What is known about an account or phone to anyone who deals with it, as of the last word.
 *
 * @param listedUntil epoch milliseconds until which it is listed as a fraudster's; null when not
 *     listed, {@code Long.MAX_VALUE} when without end
 * @param trustedUntil the same for a trusted one
 * @param openedAt when it was opened, epoch milliseconds; null when unknown
 * @param person whose it is; null when unknown
 * @param leads kinds of signals that make it suspect by itself, each once
 * @param crowdedAt when several strangers had last paid it within a day, epoch milliseconds; null
 *     when that was not seen
 */
public record Standing(
    Long listedUntil,
    Long trustedUntil,
    Long openedAt,
    String person,
    List<SignalKind> leads,
    Long crowdedAt) {

  public static final Standing UNKNOWN = new Standing(null, null, null, null, List.of(), null);

  public boolean listedAt(long time) {
    return listedUntil != null && time <= listedUntil;
  }

  public boolean trustedAt(long time) {
    return trustedUntil != null && time <= trustedUntil;
  }

  /** Paid by several strangers within so long of {@code time}, before or after. */
  public boolean crowdedWithin(long span, long time) {
    return crowdedAt != null && Math.abs(time - crowdedAt) <= span;
  }

  public boolean openedWithin(long before, long time) {
    return openedAt != null && openedAt <= time && time - openedAt <= before;
  }
}
