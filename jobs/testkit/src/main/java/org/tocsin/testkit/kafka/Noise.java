package org.tocsin.testkit.kafka;

import java.util.Random;

/** What somebody writes into a topic who has mistaken it for another. */
public final class Noise {

  private static final int BYTES_MAX = 60;

  private Noise() {}

  /** Some random bytes, never a record: none begins with 0. */
  public static byte[] bytes(Random random) {
    byte[] noise = new byte[1 + random.nextInt(BYTES_MAX)];
    random.nextBytes(noise);
    noise[0] = 0;
    return noise;
  }
}
