package org.tocsin.local.city.world;

/**
 * Opaque tokens and event ids. A token shows its kind to a human reader and nothing else; the
 * number behind it is scattered, so that neighbours in the population are no neighbours in tokens.
 */
public final class Tokens {
  private final long seed;
  private final String run;
  private long lastEvent;
  private long lastStranger;

  /**
   * @param run stands in every event id, so that two runs of a live city never share one
   */
  public Tokens(long seed, String run) {
    this.seed = seed;
    this.run = run;
  }

  public String person(long number) {
    return token('P', number);
  }

  public String account(long number) {
    return token('A', number);
  }

  public String phone(long number) {
    return token('N', number);
  }

  public String device(long number) {
    return token('D', number);
  }

  public String imei(long number) {
    return token('E', number);
  }

  /** A number for somebody or something that was not there before. */
  public long stranger() {
    return (1L << 40) + lastStranger++;
  }

  public String event(char stream) {
    return stream + run + Long.toString(lastEvent++, 36);
  }

  private String token(char kind, long number) {
    long mixed = Dice.mix(seed * 31 + kind) ^ number;
    return kind + String.format("%014x", Dice.mix(mixed) >>> 8);
  }
}
