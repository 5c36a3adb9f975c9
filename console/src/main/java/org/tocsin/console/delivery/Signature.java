package org.tocsin.console.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over {@code timestamp.body}, in both directions. The time is signed with the body, so
 * that a recorded request is worth nothing after {@link #TOLERANCE}.
 */
public final class Signature {

  /** Seconds since 1970, as text. */
  public static final String TIME_HEADER = "Tocsin-Timestamp";

  /** {@code v1=} and the code in lower-case hex. */
  public static final String HEADER = "Tocsin-Signature";

  /** How far the two clocks may be apart. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String VERSION = "v1=";
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  /**
   * @param secret shared with the other side, at least 16 characters
   * @throws IllegalArgumentException when it is shorter
   */
  public Signature(String secret) {
    if (secret == null || secret.length() < 16) {
      throw new IllegalArgumentException("a signing secret needs at least 16 characters");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  public String sign(Instant at, byte[] body) {
    return VERSION + HexFormat.of().formatHex(code(Long.toString(at.getEpochSecond()), body));
  }

  /** False for a missing, false or outdated signature. */
  public boolean holds(String timestamp, String signature, byte[] body, Instant now) {
    if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    String expected = VERSION + HexFormat.of().formatHex(code(timestamp, body));
    return apart.compareTo(TOLERANCE) <= 0
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] code(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
