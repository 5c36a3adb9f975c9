package org.tocsin.console.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import org.tocsin.console.wire.OutcomeSender;
import org.tocsin.core.gate.Operator;

/**
 * The operator's word on what is held back.
 *
 * @param about a case, or a pattern with {@link Operator#PATTERN} before its id
 * @param word {@link Operator#RELEASE} or {@link Operator#DROP}
 */
record QueueForm(String formId, String about, String word) {

  private static final Set<String> WORDS = Set.of(Operator.RELEASE, Operator.DROP);

  /**
   * @throws DeskException when it is about nothing, or says nothing we know
   */
  static QueueForm of(Context ctx) {
    QueueForm form =
        new QueueForm(Forms.text(ctx, "form"), Forms.text(ctx, "about"), Forms.text(ctx, "word"));
    if (form.about.isEmpty() || !WORDS.contains(form.word)) {
      throw new DeskException(400, "BAD_REQUEST");
    }
    return form;
  }

  boolean aboutPattern() {
    return about.startsWith(Operator.PATTERN);
  }

  String pattern() {
    return about.substring(Operator.PATTERN.length());
  }

  OutcomeSender.Draft draft(String officer) {
    return new OutcomeSender.Draft(
        formId + "." + word,
        about,
        "APPEAL",
        word.equals(Operator.RELEASE) ? "RELEASED" : "REFUSED",
        /* conclusion= */ "",
        officer,
        /* account= */ "",
        /* note= */ "",
        Map.of(Operator.KEY, word));
  }
}
