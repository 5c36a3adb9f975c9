package org.tocsin.console.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tocsin.console.store.TogetherStore;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Advice;

/** One case as its page shows it. */
public record CaseView(
    String caseId,
    String owner,
    String grade,
    String tier,
    String state,
    String conclusion,
    String lane,
    String pattern,
    String reason,
    Long amountMinor,
    String region,
    Instant openedAt,
    Instant changedAt,
    boolean closed,
    List<TaskView> tasks,
    List<EvidenceView> evidence,
    List<WarningView> warnings,
    List<HistoryView> history,
    TogetherStore.Group together,
    List<HoldView> holds) {

  /** Accounts that banks are asked to stop payments to, each once, the newest warning's first. */
  public List<String> payees() {
    return warnings.stream()
        .flatMap(warning -> warning.advice().stream())
        .filter(advice -> advice.kind().equals(Advice.Kind.STOP_PAYMENT.name()))
        .map(AdviceView::about)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /**
   * @param offeredTo the unit it is offered to and that has not answered yet; null if none
   * @param handOverForm tells a form of this moment from a later one: sent twice it is one outcome
   */
  public record TaskView(
      String taskId,
      String kind,
      String state,
      int attempt,
      Task.Overdue overdue,
      Instant dueAt,
      String unit,
      boolean open,
      String offeredTo,
      String handOverForm) {}

  /**
   * @param patterns of the warnings it speaks for
   * @param stream the topic
   */
  public record EvidenceView(
      Instant at, String stream, String source, String eventId, String what, String patterns) {}

  /**
   * @param segment the group the person belongs to, OTHER for none; null while unknown
   */
  public record WarningView(
      int revision,
      String pattern,
      List<String> alsoPatterns,
      String grade,
      String tier,
      int score,
      Instant eventTime,
      Instant detectedAt,
      Long amountMinor,
      String reason,
      String rulesVersion,
      String subjectKind,
      String subject,
      List<AdviceView> advice,
      String segment) {}

  /**
   * @param about the token it is about; null if none
   * @param state null while nothing but the warning told of it
   */
  public record AdviceView(
      String kind,
      String about,
      Long amountMinor,
      String reasonCode,
      String remedy,
      Instant until,
      String state) {}

  /**
   * @param kind which word stands before it
   * @param who null when the system did it
   * @param note free text of an officer; null if none
   */
  public record HistoryView(Instant at, String kind, String text, String who, String note) {}
}
