package org.tocsin.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.console.ConsoleSettings;
import org.tocsin.console.store.AuditStore;
import org.tocsin.console.store.CaseFile;
import org.tocsin.console.store.CaseFilter;
import org.tocsin.console.store.CaseStore;
import org.tocsin.console.store.DisclosureStore;
import org.tocsin.console.store.DisclosureStore.Purpose;
import org.tocsin.console.store.HoldStore;
import org.tocsin.console.store.TogetherStore;
import org.tocsin.console.wire.OutcomeSender;

/** The list of cases, one case, and the form that records an outcome. */
final class CasePages {

  private static final int NOTE_LENGTH_MAX = 2_000;

  private final CaseStore cases;
  private final TogetherStore together;
  private final HoldStore holds;
  private final AuditStore audit;
  private final DisclosureStore disclosures;
  private final OutcomeSender outcomes;
  private final Visitor visitor;
  private final ConsoleSettings settings;

  CasePages(
      CaseStore cases,
      TogetherStore together,
      HoldStore holds,
      AuditStore audit,
      DisclosureStore disclosures,
      OutcomeSender outcomes,
      Visitor visitor,
      ConsoleSettings settings) {
    this.cases = cases;
    this.together = together;
    this.holds = holds;
    this.audit = audit;
    this.disclosures = disclosures;
    this.outcomes = outcomes;
    this.visitor = visitor;
    this.settings = settings;
  }

  /** The whole page, or for the page's own requests only the list in it. */
  void list(Context ctx) {
    CaseFilter filter = CaseFilter.of(ctx::queryParam);
    CaseStore.Listing listing = cases.list(filter, Visitor.session(ctx));
    Map<String, Object> model = new HashMap<>();
    model.put("shell", visitor.shell(ctx));
    model.put("filter", filter);
    model.put("listing", listing);
    model.put("counts", cases.openByGrade());
    if (partOnly(ctx)) {
      ctx.render("caseListAgain.jte", model);
    } else {
      model.put("regions", cases.regions());
      ctx.render("cases.jte", model);
    }
  }

  void show(Context ctx) {
    CaseFile file = file(ctx);
    if (!partOnly(ctx)) {
      audit.add(Visitor.user(ctx), AuditStore.Action.SAW_CASE, file.card().caseId());
      disclosures.shown(file.card().caseId(), Visitor.user(ctx), Purpose.of(ctx.queryParam("for")));
    }
    render(ctx, file, OutcomeForm.empty(Tokens.fresh()));
  }

  private void render(Context ctx, CaseFile file, OutcomeForm form) {
    Shell shell = visitor.shell(ctx);
    CaseView view =
        new CaseViews(shell.texts())
            .of(file, together.of(file.card().caseId()), holdsOf(file.card().owner()));
    if (partOnly(ctx)) {
      ctx.render("caseBody.jte", Map.of("shell", shell, "it", view));
    } else {
      ctx.render(
          "case.jte",
          Map.of("shell", shell, "it", view, "form", form, "checklist", settings.checklist()));
    }
  }

  void record(Context ctx) {
    CaseFile file = file(ctx);
    OutcomeForm form = OutcomeForm.of(ctx, settings.checklist());
    OutcomeSender.Draft draft = form.draft(file.card().caseId(), Visitor.user(ctx));
    if (form.note().length() > NOTE_LENGTH_MAX) {
      refuse(ctx, file, form.with("NOTE_TOO_LONG", ""));
      return;
    }
    if (form.step().isEmpty() || form.result().isEmpty()) {
      refuse(ctx, file, form.with("OUTCOME_INCOMPLETE", ""));
      return;
    }
    OutcomeSender.Result result = outcomes.send(draft);
    if (result instanceof OutcomeSender.Result.Refused refused) {
      refuse(
          ctx, file, form.with("OUTCOME_REFUSED", refused.reasonCode() + ": " + refused.reason()));
    } else if (result instanceof OutcomeSender.Result.BrokerAway) {
      ctx.status(503);
      render(ctx, file, form.with("BROKER_AWAY", ""));
    } else {
      audit.add(Visitor.user(ctx), AuditStore.Action.RECORDED_OUTCOME, file.card().caseId());
      visitor.leaveNotice(ctx, "outcome");
      ctx.redirect("/cases/" + file.card().caseId());
    }
  }

  /** Offers a task to another unit, or gives the other unit's receipt. */
  void handOver(Context ctx) {
    String caseId = file(ctx).card().caseId();
    HandOverForm form = HandOverForm.of(ctx);
    DeskException.unlessSent(
        outcomes.send(form.draft(caseId, Visitor.user(ctx))), 422, "HAND_OVER_UNIT");
    audit.add(Visitor.user(ctx), AuditStore.Action.HANDED_OVER, caseId);
    visitor.leaveNotice(ctx, "outcome");
    ctx.redirect("/cases/" + caseId);
  }

  private void refuse(Context ctx, CaseFile file, OutcomeForm form) {
    ctx.status(422);
    render(ctx, file, form);
  }

  /** Finds the case of a token; the token travels in the body, never in an address. */
  void find(Context ctx) {
    String token = ctx.formParam("token");
    audit.add(Visitor.user(ctx), AuditStore.Action.SEARCHED, null);
    List<String> found =
        token == null || token.isBlank() ? List.of() : cases.casesOfToken(token.strip());
    if (found.isEmpty() && showHolds(ctx, token)) {
      return;
    }
    if (found.isEmpty()) {
      visitor.leaveNotice(ctx, "nothingFound");
      ctx.redirect("/cases");
    } else {
      ctx.redirect("/cases/" + found.get(0));
    }
  }

  /** No case is about the token: perhaps something was held back, and why. */
  private boolean showHolds(Context ctx, String token) {
    List<JsonNode> found = token == null ? List.of() : holdsOf(token.strip());
    if (!found.isEmpty()) {
      ctx.render(
          "holds.jte",
          Map.of(
              "shell",
              visitor.shell(ctx),
              "token",
              token.strip(),
              "holds",
              found.stream().map(HoldView::of).toList()));
    }
    return !found.isEmpty();
  }

  private List<JsonNode> holdsOf(String owner) {
    return owner == null ? List.of() : holds.of(owner);
  }

  private CaseFile file(Context ctx) {
    return cases
        .find(ctx.pathParam("id"))
        .orElseThrow(() -> new DeskException(404, "NO_SUCH_CASE"));
  }

  /** A restored page from the browser's history asks for the whole. */
  private static boolean partOnly(Context ctx) {
    return ctx.header("HX-Request") != null && ctx.header("HX-History-Restore-Request") == null;
  }
}
