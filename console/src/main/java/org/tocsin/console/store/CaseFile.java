package org.tocsin.console.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/**
 * Everything known about one case.
 *
 * @param warnings as plain JSON, newest revision first
 * @param advice the latest word on each advice, as plain JSON
 * @param tasks where each task stands; open ones first, by due time
 * @param taskChanges all that was told of tasks, oldest first
 * @param outcomes as plain JSON, in no order
 */
public record CaseFile(
    CaseCard card,
    List<JsonNode> warnings,
    List<JsonNode> advice,
    List<TaskLine> tasks,
    List<TaskLine> taskChanges,
    List<Change> changes,
    List<JsonNode> outcomes) {

  /**
   * @param toldAt when the topic told of it
   */
  public record TaskLine(
      String taskId,
      String kind,
      String unit,
      String state,
      int attempt,
      Task.Overdue overdue,
      Instant createdAt,
      Instant dueAt,
      Instant toldAt) {}

  public record Change(
      int revision,
      String state,
      Grade grade,
      Tier tier,
      Instant changedAt,
      String because,
      String conclusion) {}
}
