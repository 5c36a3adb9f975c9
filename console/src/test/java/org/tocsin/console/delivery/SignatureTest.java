package org.tocsin.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Instant NOON = Instant.parse("2026-03-11T04:00:00Z");
  private static final byte[] BODY = "{\"key\":\"t-1\"}".getBytes(StandardCharsets.UTF_8);

  private final Signature signature = new Signature("0123456789abcdef");

  @Test
  void isTheOneThatAnyoneCanComputeFromThePage() {
    // echo -n '1773201600.{"key":"t-1"}' | openssl dgst -sha256 -hmac 0123456789abcdef
    assertThat(NOON.getEpochSecond()).isEqualTo(1773201600L);
    assertThat(signature.sign(NOON, BODY))
        .isEqualTo("v1=f106c468bc13643a5d1b18f2c04e8868423e1e40e76a8b56f36305197370b775");
  }

  @Test
  void holdsForFiveMinutesEitherWayAndNoLonger() {
    String signed = signature.sign(NOON, BODY);
    String at = Long.toString(NOON.getEpochSecond());

    assertThat(signature.holds(at, signed, BODY, NOON)).isTrue();
    assertThat(signature.holds(at, signed, BODY, NOON.plus(Signature.TOLERANCE))).isTrue();
    assertThat(signature.holds(at, signed, BODY, NOON.minus(Signature.TOLERANCE))).isTrue();
    Duration more = Signature.TOLERANCE.plusSeconds(1);
    assertThat(signature.holds(at, signed, BODY, NOON.plus(more))).isFalse();
  }

  @Test
  void coversTheBodyAndTheTime() {
    String signed = signature.sign(NOON, BODY);
    String later = Long.toString(NOON.getEpochSecond() + 1);

    assertThat(signature.holds(later, signed, BODY, NOON)).isFalse();
    assertThat(signature.holds("1773201600", signed, new byte[0], NOON)).isFalse();
    assertThat(signature.holds(null, signed, BODY, NOON)).isFalse();
    assertThat(signature.holds("1773201600", null, BODY, NOON)).isFalse();
    assertThat(signature.holds("x", signed, BODY, NOON)).isFalse();
  }

  @Test
  void aShortSecretIsNone() {
    assertThatThrownBy(() -> new Signature("short")).isInstanceOf(IllegalArgumentException.class);
  }
}
