package org.tocsin.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tocsin.console.store.CaseCard;
import org.tocsin.console.store.CaseFile;
import org.tocsin.console.store.TogetherStore;
import org.tocsin.core.cases.Task;

/** Turns what is stored of a case into what its page shows. */
final class CaseViews {

  private final Texts texts;

  CaseViews(Texts texts) {
    this.texts = texts;
  }

  /**
   * @param holds records of not-warned.v1 about the case's owner, the latest first
   */
  CaseView of(CaseFile file, TogetherStore.Group together, List<JsonNode> holds) {
    CaseCard card = file.card();
    return new CaseView(
        card.caseId(),
        card.owner(),
        card.grade().name(),
        card.tier().name(),
        card.state(),
        card.conclusion(),
        card.lane(),
        card.pattern(),
        texts.pick(card.reasonZh(), card.reasonEn()),
        card.amountMinor(),
        card.region(),
        card.openedAt(),
        card.changedAt(),
        card.closed(),
        file.tasks().stream().map(line -> task(line, file)).toList(),
        evidence(file.warnings()),
        warnings(file),
        history(file),
        together,
        holds.stream().map(HoldView::of).toList());
  }

  private static CaseView.TaskView task(CaseFile.TaskLine line, CaseFile file) {
    boolean open = line.state().equals(Task.State.OPEN.name());
    return new CaseView.TaskView(
        line.taskId(),
        line.kind(),
        line.state(),
        line.attempt(),
        line.overdue(),
        line.dueAt(),
        line.unit(),
        open,
        open ? Offers.of(file.changes(), line.kind()) : null,
        line.taskId() + "." + file.card().revision());
  }

  /** Each event once, in the order it happened, with the patterns it speaks for. */
  private static List<CaseView.EvidenceView> evidence(List<JsonNode> warnings) {
    Map<String, JsonNode> events = new LinkedHashMap<>();
    Map<String, Set<String>> patterns = new HashMap<>();
    for (JsonNode warning : warnings) {
      for (JsonNode one : warning.path("evidence")) {
        String id = text(one, "stream") + '\n' + text(one, "source") + '\n' + text(one, "eventId");
        events.putIfAbsent(id, one);
        patterns.computeIfAbsent(id, k -> new TreeSet<>()).add(text(warning, "pattern"));
      }
    }
    return events.entrySet().stream()
        .map(e -> evidence(e.getValue(), String.join(", ", patterns.get(e.getKey()))))
        .sorted(Comparator.comparing(CaseView.EvidenceView::at))
        .toList();
  }

  private static CaseView.EvidenceView evidence(JsonNode one, String patterns) {
    return new CaseView.EvidenceView(
        time(one, "eventTime"),
        text(one, "stream"),
        text(one, "source"),
        text(one, "eventId"),
        text(one, "what"),
        patterns);
  }

  private List<CaseView.WarningView> warnings(CaseFile file) {
    Map<String, JsonNode> told =
        file.advice().stream()
            .collect(Collectors.toMap(a -> text(a, "adviceId"), a -> a, (first, second) -> first));
    return file.warnings().stream().map(w -> warning(w, told)).toList();
  }

  private CaseView.WarningView warning(JsonNode warning, Map<String, JsonNode> told) {
    List<String> also = new ArrayList<>();
    warning.path("alsoPatterns").forEach(p -> also.add(p.asText()));
    return new CaseView.WarningView(
        warning.path("revision").asInt(),
        text(warning, "pattern"),
        also,
        text(warning, "grade"),
        text(warning, "tier"),
        warning.path("score").asInt(),
        time(warning, "eventTime"),
        time(warning, "detectedAt"),
        amount(warning, "amountAtRiskMinor"),
        texts.pick(text(warning.path("reason"), "zh"), text(warning.path("reason"), "en")),
        text(warning, "rulesVersion"),
        text(warning, "subjectKind"),
        text(warning, "subject"),
        StreamSupport.stream(warning.path("advice").spliterator(), false)
            .map(advice -> advice(advice, told.get(text(advice, "adviceId"))))
            .toList(),
        text(warning, "segment"));
  }

  private static CaseView.AdviceView advice(JsonNode entry, JsonNode told) {
    String about = null;
    for (String field : List.of("account", "phone", "person")) {
      about = about == null ? text(entry, field) : about;
    }
    return new CaseView.AdviceView(
        text(entry, "kind"),
        about,
        amount(entry, "amountMinor"),
        text(entry, "reasonCode"),
        text(entry, "remedy"),
        time(told == null ? entry : told, "until"),
        told == null ? null : text(told, "state"));
  }

  /** Newest first. */
  private List<CaseView.HistoryView> history(CaseFile file) {
    List<CaseView.HistoryView> lines = new ArrayList<>();
    for (CaseFile.Change change : file.changes()) {
      lines.add(caseLine(change));
    }
    for (JsonNode outcome : file.outcomes()) {
      lines.add(outcomeLine(outcome));
    }
    for (CaseFile.TaskLine task : file.taskChanges()) {
      lines.add(taskLine(task));
    }
    lines.sort(Comparator.comparing(CaseView.HistoryView::at).reversed());
    return lines;
  }

  private CaseView.HistoryView caseLine(CaseFile.Change change) {
    String text =
        texts.get(
            "history.case",
            texts.word("state", change.state()),
            texts.word("grade", change.grade()),
            texts.word("tier", change.tier()));
    if (change.conclusion() != null) {
      text += " · " + texts.word("conclusion", change.conclusion());
    }
    return new CaseView.HistoryView(
        change.changedAt(),
        "CASE",
        text + " · " + Because.say(texts, change.because()),
        null,
        null);
  }

  private CaseView.HistoryView outcomeLine(JsonNode outcome) {
    StringBuilder text = new StringBuilder();
    text.append(texts.word("step", text(outcome, "step")))
        .append(" → ")
        .append(texts.word("result", text(outcome, "result")));
    if (outcome.hasNonNull("conclusion")) {
      text.append(" · ").append(texts.word("conclusion", text(outcome, "conclusion")));
    }
    outcome
        .path("checklist")
        .fields()
        .forEachRemaining(
            item ->
                text.append(" · ")
                    .append(item.getKey())
                    .append(": ")
                    .append(item.getValue().asText()));
    String officer = text(outcome, "officer");
    return new CaseView.HistoryView(
        time(outcome, "eventTime"),
        "OUTCOME",
        text.toString(),
        officer == null ? text(outcome, "source") : officer,
        text(outcome, "note"));
  }

  private CaseView.HistoryView taskLine(CaseFile.TaskLine task) {
    String text =
        texts.get("history.task", texts.word("task", task.kind()), task.attempt())
            + " · "
            + texts.word("taskState", task.state());
    if (task.overdue() != Task.Overdue.NONE) {
      text += " · " + texts.word("overdue", task.overdue());
    }
    return new CaseView.HistoryView(task.toldAt(), "TASK", text, null, null);
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }

  private static Long amount(JsonNode node, String field) {
    return node.hasNonNull(field) ? Long.valueOf(node.get(field).asLong()) : null;
  }

  private static Instant time(JsonNode node, String field) {
    return OffsetDateTime.parse(node.get(field).asText()).toInstant();
  }
}
