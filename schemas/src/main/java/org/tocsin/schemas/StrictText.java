package org.tocsin.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as text, and whether they were that. */
final class StrictText {

  private static final char REPLACEMENT = '\ufffd';

  private StrictText() {}

  /** The text; null when the bytes are not valid UTF-8. */
  static String of(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    // The fast decoder puts U+FFFD for what is bad, but U+FFFD may also have been sent.
    return text.indexOf(REPLACEMENT) < 0 || valid(bytes, offset, length) ? text : null;
  }

  private static boolean valid(byte[] bytes, int offset, int length) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
