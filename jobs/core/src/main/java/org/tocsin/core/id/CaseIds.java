package org.tocsin.core.id;

import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Ids of cases. The first 16 digits are the state key of the person (or of the subject while no
 * person is known), so that an outcome which names only its case still finds the person's state.
 */
public final class CaseIds {

  private static final int KEY_DIGITS = 16;
  private static final int REST_DIGITS = 16;

  private CaseIds() {}

  /** The id of the case that the given first warning opens. */
  public static String of(long ownerKey, String firstWarningId) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(ownerKey) + "-" + hex.toHexDigits(Ids.key(ownerKey, firstWarningId));
  }

  /** The state key inside a case id; empty when the text is no case id of ours. */
  public static OptionalLong ownerKey(String caseId) {
    if (caseId == null
        || caseId.length() != KEY_DIGITS + 1 + REST_DIGITS
        || caseId.charAt(KEY_DIGITS) != '-') {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(HexFormat.fromHexDigitsToLong(caseId, 0, KEY_DIGITS));
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
