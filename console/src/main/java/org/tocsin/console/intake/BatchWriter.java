package org.tocsin.console.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.tocsin.console.Topics;
import org.tocsin.console.live.ChangeSignal;
import org.tocsin.console.store.IntakeStore;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/**
 * Writes a batch of messages in one transaction and derives the list's rows from it. A record that
 * the tables cannot hold is passed over; a database that does not answer fails the whole batch, to
 * be tried again.
 */
public final class BatchWriter {

  private final Jdbi jdbi;
  private final IntakeStore store = new IntakeStore();

  public BatchWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param caseIds what the batch touched
   * @param unusable the records passed over, each with why
   */
  public record Written(Set<String> caseIds, List<Unusable> unusable) {}

  public record Unusable(Told told, String why) {}

  /**
   * @throws JdbiException when the database does not answer; nothing is written then
   */
  public Written write(Collection<Told> batch) {
    try {
      return jdbi.inTransaction(handle -> writeAll(handle, batch, false));
    } catch (JdbiException | UnusableRecordException e) {
      if (e instanceof JdbiException && !Faults.ofTheData(e)) {
        throw e;
      }
      return jdbi.inTransaction(handle -> writeAll(handle, batch, true));
    }
  }

  private Written writeAll(Handle handle, Collection<Told> batch, boolean oneByOne) {
    Set<String> caseIds = new TreeSet<>();
    List<Unusable> unusable = new ArrayList<>();
    store.lock(handle);
    for (Told told : batch) {
      if (oneByOne) {
        addGuarded(handle, told, caseIds, unusable);
      } else {
        addOrSayUnusable(handle, told, caseIds);
      }
    }
    if (batch.stream().anyMatch(told -> told.topic().equals(Topics.NOT_WARNED))) {
      store.forgetOldHolds(handle);
    }
    store.deriveCards(handle, caseIds);
    ChangeSignal.send(handle, caseIds);
    return new Written(caseIds, unusable);
  }

  private void addGuarded(Handle handle, Told told, Set<String> caseIds, List<Unusable> unusable) {
    handle.savepoint("record");
    try {
      addOrSayUnusable(handle, told, caseIds);
      handle.releaseSavepoint("record");
    } catch (JdbiException | UnusableRecordException e) {
      if (e instanceof JdbiException && !Faults.ofTheData(e)) {
        throw e;
      }
      handle.rollbackToSavepoint("record");
      unusable.add(new Unusable(told, Faults.inShort(e)));
    }
  }

  private void addOrSayUnusable(Handle handle, Told told, Set<String> caseIds) {
    try {
      add(handle, told, caseIds);
    } catch (java.time.DateTimeException | IllegalArgumentException e) {
      throw new UnusableRecordException(Faults.inShort(e));
    }
  }

  private void add(Handle handle, Told told, Set<String> caseIds) {
    switch (told.topic()) {
      case Topics.WARNINGS -> addWarning(handle, told, caseIds);
      case Topics.CASES -> addCase(handle, told, caseIds);
      case Topics.TASKS -> addTask(handle, told, caseIds);
      case Topics.ADVICE -> addAdvice(handle, told, caseIds);
      case Topics.OUTCOMES -> addOutcome(handle, told, caseIds);
      case Topics.LINKS -> addLink(handle, told);
      case Topics.REJECTED -> addRejected(handle, told);
      case Topics.NOT_WARNED -> addHold(handle, told);
      case Topics.QUEUE -> addQueued(handle, told, caseIds);
      default -> throw new UnusableRecordException("no reader for topic " + told.topic());
    }
  }

  private void addWarning(Handle handle, Told told, Set<String> caseIds) {
    String person = told.textOrNull("person");
    store.add(
        handle,
        new IntakeStore.WarningRow(
            told.text("warningId"),
            told.number("revision"),
            told.text("caseId"),
            told.text("lane"),
            told.text("pattern"),
            told.rank("grade", Grade.class),
            told.rank("tier", Tier.class),
            person == null ? told.text("subject") : person,
            told.text("subject"),
            told.time("eventTime"),
            told.time("detectedAt"),
            told.amountOrNull("amountAtRiskMinor"),
            told.textOrNull("region"),
            Told.storable(told.body().path("reason").path("zh").asText("")),
            Told.storable(told.body().path("reason").path("en").asText("")),
            told.json()));
    CaseTokens.ofWarning(told)
        .forEach((token, kind) -> store.addToken(handle, told.text("caseId"), token, kind));
    caseIds.add(told.text("caseId"));
  }

  private void addCase(Handle handle, Told told, Set<String> caseIds) {
    store.add(
        handle,
        new IntakeStore.CaseRow(
            told.text("caseId"),
            told.number("revision"),
            told.text("person"),
            told.text("state"),
            told.rank("grade", Grade.class),
            told.rank("tier", Tier.class),
            told.time("openedAt"),
            told.time("changedAt"),
            told.text("because"),
            told.textOrNull("conclusion")));
    caseIds.add(told.text("caseId"));
  }

  private void addTask(Handle handle, Told told, Set<String> caseIds) {
    store.add(
        handle,
        new IntakeStore.TaskRow(
            told.text("taskId"),
            told.text("caseId"),
            told.text("kind"),
            told.textOrNull("unit"),
            told.text("state"),
            told.number("attempt"),
            told.rank("overdue", Task.Overdue.class),
            told.time("createdAt"),
            told.time("dueAt"),
            Instant.ofEpochMilli(told.timestampMillis()),
            told.offset(),
            told.text("person")));
    caseIds.add(told.text("caseId"));
  }

  private void addAdvice(Handle handle, Told told, Set<String> caseIds) {
    String warningId = told.text("warningId");
    store.add(
        handle,
        new IntakeStore.AdviceRow(
            told.text("adviceId"),
            told.text("state"),
            told.time("changedAt"),
            warningId,
            told.json()));
    store.caseOfWarning(handle, warningId).ifPresent(caseIds::add);
  }

  private void addOutcome(Handle handle, Told told, Set<String> caseIds) {
    String caseId = told.textOrNull("caseId");
    store.add(handle, Outcomes.row(told));
    String account = told.textOrNull("account");
    if (caseId != null && account != null) {
      store.addToken(handle, caseId, account, "ACCOUNT");
    }
    if (caseId != null && store.knowsCase(handle, caseId)) {
      caseIds.add(caseId);
    }
  }

  /** Clusters say who belongs together, traces where money still is. */
  private void addLink(Handle handle, Told told) {
    if (told.text("kind").equals("TRACE")) {
      store.addTrace(handle, told.text("linkId"), told.number("revision"), CaseTokens.left(told));
    } else {
      store.addLink(handle, told.text("linkId"), told.number("revision"), CaseTokens.members(told));
    }
  }

  private void addHold(Handle handle, Told told) {
    store.add(
        handle,
        new IntakeStore.HoldRow(
            told.text("heldId"),
            told.text("caseOwner"),
            told.text("subject"),
            told.text("pattern"),
            told.text("reason"),
            told.time("eventTime"),
            told.json()));
  }

  private void addQueued(Handle handle, Told told, Set<String> caseIds) {
    String caseId = told.textOrNull("caseId");
    store.add(
        handle,
        new IntakeStore.QueueRow(
            told.text("heldId"),
            told.text("kind"),
            told.text("state"),
            caseId,
            told.textOrNull("pattern"),
            told.textOrNull("grade"),
            told.textOrNull("source"),
            told.textOrNull("eventId"),
            told.text("reasonCode"),
            told.text("reason"),
            told.time("changedAt"),
            told.amountOrNull("recent"),
            told.amountOrNull("usual"),
            told.timeOrNull("goesOnAt")));
    // So that the open lists learn of it, and with them the number beside the queue's name.
    if (caseId != null && store.knowsCase(handle, caseId)) {
      caseIds.add(caseId);
    }
  }

  private void addRejected(Handle handle, Told told) {
    String source = told.textOrNull("source");
    store.add(
        handle,
        new IntakeStore.RejectedRow(
            told.text("stream"),
            told.text("position"),
            told.text("reasonCode"),
            source == null ? "" : source));
  }
}
