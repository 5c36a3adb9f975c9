package org.tocsin.console.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.console.wire.OutcomeSender;
import org.tocsin.core.cases.HandOver;
import org.tocsin.core.cases.Task;

/**
 * A task offered to another unit, or the other unit's receipt: an outcome with the step of the task
 * and a key in the checklist.
 *
 * @param key {@link HandOver#TO} or {@link HandOver#RECEIPT}
 * @param value a unit's code, or ACCEPTED or REFUSED
 */
record HandOverForm(String formId, String kind, String key, String value) {

  private static final Pattern UNIT = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}._:-]{1,64}");
  private static final Set<String> RECEIPTS = Set.of("ACCEPTED", "REFUSED");

  /**
   * @throws DeskException when it names no task or no unit
   */
  static HandOverForm of(Context ctx) {
    String kind = Forms.text(ctx, "kind");
    String receipt = Forms.text(ctx, "receipt");
    String to = Forms.text(ctx, "to");
    if (Arrays.stream(Task.Kind.values()).noneMatch(each -> each.name().equals(kind))) {
      throw new DeskException(400, "BAD_REQUEST");
    }
    if (RECEIPTS.contains(receipt)) {
      return new HandOverForm(Forms.text(ctx, "form"), kind, HandOver.RECEIPT, receipt);
    }
    if (!UNIT.matcher(to).matches()) {
      throw new DeskException(422, "HAND_OVER_UNIT");
    }
    return new HandOverForm(Forms.text(ctx, "form"), kind, HandOver.TO, to);
  }

  OutcomeSender.Draft draft(String caseId, String officer) {
    return new OutcomeSender.Draft(
        formId + "." + key + "." + value,
        caseId,
        kind,
        "DELIVERED",
        /* conclusion= */ "",
        officer,
        /* account= */ "",
        /* note= */ "",
        Map.of(key, value));
  }
}
