package org.tocsin.console.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.console.ConsoleSettings.ChecklistItem;
import org.tocsin.console.wire.OutcomeSender;
import org.tocsin.core.event.Outcome;

/**
 * The form of an outcome, as filled in so far.
 *
 * @param formId tells this form from every other: sent twice it is one outcome
 * @param problem code of what is wrong with it; empty when nothing is
 * @param detail what the checker said about it
 */
public record OutcomeForm(
    String formId,
    String step,
    String result,
    String conclusion,
    String account,
    String note,
    Map<String, String> answers,
    String problem,
    String detail) {

  public static final List<Outcome.Step> STEPS = List.of(Outcome.Step.values());
  public static final List<Outcome.Result> RESULTS = List.of(Outcome.Result.values());
  public static final List<Outcome.Conclusion> CONCLUSIONS = List.of(Outcome.Conclusion.values());

  static OutcomeForm empty(String formId) {
    return new OutcomeForm(formId, "", "", "", "", "", Map.of(), "", "");
  }

  static OutcomeForm of(Context ctx, List<ChecklistItem> checklist) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (ChecklistItem item : checklist) {
      answers.put(item.key(), Forms.text(ctx, "check." + item.key()));
    }
    return new OutcomeForm(
        Forms.text(ctx, "form"),
        Forms.text(ctx, "step"),
        Forms.text(ctx, "result"),
        Forms.text(ctx, "conclusion"),
        Forms.text(ctx, "account"),
        Forms.text(ctx, "note"),
        answers,
        "",
        "");
  }

  OutcomeForm with(String newProblem, String newDetail) {
    return new OutcomeForm(
        formId, step, result, conclusion, account, note, answers, newProblem, newDetail);
  }

  OutcomeSender.Draft draft(String caseId, String officer) {
    return new OutcomeSender.Draft(
        formId, caseId, step, result, conclusion, officer, account, note, answers);
  }

  public String answer(String key) {
    return answers.getOrDefault(key, "");
  }
}
