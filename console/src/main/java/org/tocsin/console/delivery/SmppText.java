package org.tocsin.console.delivery;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A text as SMPP carries it: the message centre's own alphabet where every character is the same in
 * ASCII and GSM 03.38, UCS-2 otherwise.
 *
 * @param dataCoding 0 or 8, SMPP 3.4 section 5.2.19
 */
record SmppText(byte dataCoding, byte[] octets) {

  /** What a short_message field may hold in one SMS. */
  static final int OCTETS_MAX = 140;

  static final int PLAIN_OCTETS_MAX = 160;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 \\r\\n.,:;!?'\"()/%&*+<=>#-]*");
  private static final byte DEFAULT_ALPHABET = 0;
  private static final byte UCS2 = 8;

  static SmppText of(String text) {
    return PLAIN.matcher(text).matches()
        ? new SmppText(DEFAULT_ALPHABET, text.getBytes(StandardCharsets.US_ASCII))
        : new SmppText(UCS2, text.getBytes(StandardCharsets.UTF_16BE));
  }

  /** False when it has to travel as a payload that the message centre cuts up itself. */
  boolean fitsOneMessage() {
    return octets.length <= (dataCoding == UCS2 ? OCTETS_MAX : PLAIN_OCTETS_MAX);
  }
}
