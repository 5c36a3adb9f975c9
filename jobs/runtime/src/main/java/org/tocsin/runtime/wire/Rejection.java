package org.tocsin.runtime.wire;

import java.nio.charset.StandardCharsets;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.ReasonCode;

/**
 * A record that was refused, as rejected.v1 tells it.
 *
 * @param stream topic of the stream it was in
 * @param position in a file the 1-based line; in Kafka {@code partition:offset}
 * @param reason a sentence that names the field and what was expected
 * @param record as text, bad bytes as U+FFFD, cut at 64 KiB; empty when there was nothing
 * @param source null where not legible
 * @param eventId null where not legible
 */
public record Rejection(
    String stream,
    String position,
    ReasonCode reasonCode,
    String reason,
    String record,
    String source,
    String eventId) {

  /**
   * What is told of a refused record.
   *
   * @param raw the record as it was read; null for a message without a value
   */
  public static Rejection of(
      Contract contract, String position, Reading.Refused refused, byte[] raw) {
    return new Rejection(
        contract.topic(),
        position,
        refused.code(),
        refused.reason(),
        text(raw),
        refused.source(),
        refused.eventId());
  }

  private static String text(byte[] raw) {
    if (raw == null) {
      return "";
    }
    // No character has fewer bytes in UTF-8 than it was read from, so more need not be looked at;
    // four bytes more tell a character that the cut would halve from bad bytes.
    int looked = Math.min(raw.length, Contract.RECORD_BYTES_MAX + 4);
    return cut(new String(raw, 0, looked, StandardCharsets.UTF_8));
  }

  private static String cut(String text) {
    int bytes = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (bytes > Contract.RECORD_BYTES_MAX) {
        return text.substring(0, at);
      }
      at += Character.charCount(character);
    }
    return text;
  }
}
