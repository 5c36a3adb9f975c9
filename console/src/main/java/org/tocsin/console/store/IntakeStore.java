package org.tocsin.console.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tocsin.console.delivery.Delivery;
import org.tocsin.core.cases.Task;

/** Writes what the topics tell; every statement may be repeated without changing anything. */
public final class IntakeStore {

  /** Any number; it stands for "a batch is being written". */
  private static final long WRITER_LOCK = 7_606_351_204L;

  /** Kinds of tasks that a machine can take to a channel. */
  private static final Set<String> SENT =
      Arrays.stream(Delivery.Kind.values()).map(Enum::name).collect(Collectors.toSet());

  private final Sql sql = Sql.load("intake.sql");

  /**
   * Lets one batch in at a time, over all consoles on this database: the cards are derived from
   * several tables, and two batches side by side would each miss what the other wrote.
   */
  public void lock(Handle handle) {
    handle.select("select pg_advisory_xact_lock(?)", WRITER_LOCK).mapToMap().list();
  }

  public record WarningRow(
      String warningId,
      int revision,
      String caseId,
      String lane,
      String pattern,
      int grade,
      int tier,
      String owner,
      String subject,
      Instant eventTime,
      Instant detectedAt,
      Long amountMinor,
      String region,
      String reasonZh,
      String reasonEn,
      String body) {}

  public void add(Handle handle, WarningRow row) {
    handle.createUpdate(sql.get("add-warning")).bindMethods(row).execute();
  }

  /** An account or phone that a case names, by which it may be seen together with others. */
  public void addToken(Handle handle, String caseId, String token, String kind) {
    handle
        .createUpdate(sql.get("add-token"))
        .bind("caseId", caseId)
        .bind("token", token)
        .bind("kind", kind)
        .execute();
  }

  public record Member(String subject, String because) {}

  /** Keeps the newest word on a cluster; an older one changes nothing. */
  public void addLink(Handle handle, String linkId, int revision, List<Member> members) {
    int known =
        handle
            .createQuery(sql.get("link-revision"))
            .bind("linkId", linkId)
            .mapTo(Integer.class)
            .one();
    if (known >= revision) {
      return;
    }
    handle.createUpdate(sql.get("forget-link")).bind("linkId", linkId).execute();
    for (Member member : members) {
      handle
          .createUpdate(sql.get("add-link-member"))
          .bind("linkId", linkId)
          .bind("revision", revision)
          .bind("subject", member.subject())
          .bind("because", member.because())
          .execute();
    }
  }

  /** Keeps the newest word on what of a trace can still be stopped: fen by account. */
  public void addTrace(Handle handle, String linkId, int revision, Map<String, Long> left) {
    handle
        .createUpdate(sql.get("add-trace"))
        .bind("linkId", linkId)
        .bind("revision", revision)
        .bindArray("accounts", String.class, left.keySet())
        .bindArray("amounts", Long.class, left.values())
        .execute();
  }

  public record CaseRow(
      String caseId,
      int revision,
      String person,
      String state,
      int grade,
      int tier,
      Instant openedAt,
      Instant changedAt,
      String because,
      String conclusion) {}

  public void add(Handle handle, CaseRow row) {
    handle.createUpdate(sql.get("add-case-change")).bindMethods(row).execute();
  }

  public record TaskRow(
      String taskId,
      String caseId,
      String kind,
      String unit,
      String state,
      int attempt,
      int overdue,
      Instant createdAt,
      Instant dueAt,
      Instant toldAt,
      long toldOrder,
      String person) {}

  public void add(Handle handle, TaskRow row) {
    handle.createUpdate(sql.get("add-task-change")).bindMethods(row).execute();
    boolean open = row.state().equals(Task.State.OPEN.name());
    if (open && row.kind().equals(Task.Kind.FAMILY.name())) {
      handle.createUpdate(sql.get("disclose-family-task")).bindMethods(row).execute();
    }
    if (!SENT.contains(row.kind())) {
      return;
    }
    handle
        .createUpdate(sql.get(open ? "add-delivery" : "cancel-delivery"))
        .bindMethods(row)
        .execute();
  }

  public record AdviceRow(
      String adviceId, String state, Instant changedAt, String warningId, String body) {}

  public void add(Handle handle, AdviceRow row) {
    handle.createUpdate(sql.get("add-advice-change")).bindMethods(row).execute();
  }

  public record OutcomeRow(
      String source,
      String eventId,
      String caseId,
      String person,
      Instant eventTime,
      String officer,
      String body) {}

  public void add(Handle handle, OutcomeRow row) {
    handle.createUpdate(sql.get("add-outcome")).bindMethods(row).execute();
  }

  public record RejectedRow(String stream, String position, String reasonCode, String source) {}

  /** Counts a refused record, once however often it is told. */
  public void add(Handle handle, RejectedRow row) {
    if (handle.createUpdate(sql.get("add-rejected")).bindMethods(row).execute() > 0) {
      handle.createUpdate(sql.get("count-rejected")).bindMethods(row).execute();
    }
  }

  public record HoldRow(
      String heldId,
      String owner,
      String subject,
      String pattern,
      String reason,
      Instant eventTime,
      String body) {}

  public void add(Handle handle, HoldRow row) {
    handle.createUpdate(sql.get("add-hold")).bindMethods(row).execute();
  }

  public record QueueRow(
      String heldId,
      String kind,
      String state,
      String caseId,
      String pattern,
      String grade,
      String source,
      String eventId,
      String reasonCode,
      String reason,
      Instant changedAt,
      Long recent,
      Long usual,
      Instant goesOnAt) {}

  public void add(Handle handle, QueueRow row) {
    handle.createUpdate(sql.get("add-queued")).bindMethods(row).execute();
  }

  /** What was held back names events, and goes when they go. */
  public void forgetOldHolds(Handle handle) {
    handle.createUpdate(sql.get("forget-holds")).execute();
  }

  /** The case a warning belongs to, for advice that only names its warning. */
  public java.util.Optional<String> caseOfWarning(Handle handle, String warningId) {
    return handle
        .createQuery("select case_id from warning where warning_id = :id limit 1")
        .bind("id", warningId)
        .mapTo(String.class)
        .findOne();
  }

  /** False for a case nothing was told of: an outcome alone makes no row in the list. */
  public boolean knowsCase(Handle handle, String caseId) {
    return handle
        .createQuery("select exists (select 1 from case_card where case_id = :id)")
        .bind("id", caseId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Derives the list's rows of these cases anew from the base tables. */
  public void deriveCards(Handle handle, Collection<String> caseIds) {
    if (caseIds.isEmpty()) {
      return;
    }
    handle
        .createUpdate(sql.get("derive-cards"))
        .bindArray("caseIds", String.class, caseIds)
        .execute();
  }
}
