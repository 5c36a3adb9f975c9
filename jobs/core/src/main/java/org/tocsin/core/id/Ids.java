package org.tocsin.core.id;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Ids and state keys, both hashes: the same parts give the same id on every run and every machine,
 * so a warning that is written twice is recognised as one.
 */
public final class Ids {

  private static final char SEPARATOR = '\u001f';

  private Ids() {}

  /** 32 hexadecimal digits over the parts in order; a null part differs from an empty one. */
  public static String of(Object... parts) {
    long[] hash = hash(parts);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(hash[0]) + hex.toHexDigits(hash[1]);
  }

  /** 64 bits over the parts in order. Among 10 billion keys some three pairs collide. */
  public static long key(Object... parts) {
    return hash(parts)[0];
  }

  private static long[] hash(Object... parts) {
    StringBuilder joined = new StringBuilder(64);
    for (Object part : parts) {
      joined.append(part == null ? "\u0000" : part.toString()).append(SEPARATOR);
    }
    return MurmurHash3.hash128x64(joined.toString().getBytes(StandardCharsets.UTF_8));
  }
}
