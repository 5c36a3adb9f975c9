package org.tocsin.local.city.world;

/** Amounts in fen. */
public final class Money {
  private Money() {}

  public static long yuan(double yuan) {
    return Math.max(1, Math.round(yuan * 100));
  }

  /** Rounded down to whole steps, at least one step: 12,345.67 in steps of 100 yuan is 12,300. */
  public static long round(long fen, long stepYuan) {
    long step = stepYuan * 100;
    return Math.max(step, fen / step * step);
  }

  public static long share(long fen, double share) {
    return Math.max(1, Math.round(fen * share));
  }
}
