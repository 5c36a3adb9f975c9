package org.tocsin.console.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/** Reads what the pages show. */
public final class CaseStore {

  public static final int PAGE_SIZE = 50;

  private final Jdbi jdbi;

  public CaseStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One page of the list.
   *
   * @param total how many cases the filter lets through
   * @param known how many cases there are at all
   */
  public record Listing(List<CaseCard> cards, long total, long known) {
    public int pages() {
      return (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    }
  }

  /**
   * @param reader whose own cases are meant where the filter asks for them
   */
  public Listing list(CaseFilter filter, AccountStore.Session reader) {
    return jdbi.withHandle(
        handle -> {
          Where where = Where.of(filter, reader);
          long total =
              where
                  .bind(handle.createQuery("select count(*) from case_card where " + where.sql()))
                  .mapTo(Long.class)
                  .one();
          List<CaseCard> cards =
              where
                  .bind(
                      handle.createQuery(
                          "select * from case_card where "
                              + where.sql()
                              + " order by closed, grade desc, overdue desc,"
                              + " next_due asc nulls last, opened_at desc, case_id"
                              + " limit :limit offset :offset"))
                  .bind("limit", PAGE_SIZE)
                  .bind("offset", (long) (filter.page() - 1) * PAGE_SIZE)
                  .map((row, context) -> card(row))
                  .list();
          long known =
              total > 0
                  ? total
                  : handle.createQuery("select count(*) from case_card").mapTo(Long.class).one();
          return new Listing(cards, total, known);
        });
  }

  /** How many open cases there are of each grade, gravest first. */
  public List<Long> openByGrade() {
    return jdbi.withHandle(
        handle -> {
          List<Long> counts =
              new ArrayList<>(java.util.Collections.nCopies(Grade.values().length, 0L));
          handle
              .createQuery("select grade, count(*) from case_card where not closed group by grade")
              .map((row, context) -> counts.set(row.getInt(1), row.getLong(2)))
              .list();
          return counts;
        });
  }

  /** Regions that stand on cases, for the filter. */
  public List<String> regions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct region from case_card where region is not null"
                        + " order by region limit 200")
                .mapTo(String.class)
                .list());
  }

  public Optional<CaseFile> find(String caseId) {
    return jdbi.withHandle(
        handle -> {
          Optional<CaseCard> card =
              handle
                  .createQuery("select * from case_card where case_id = :id")
                  .bind("id", caseId)
                  .map((row, context) -> card(row))
                  .findOne();
          return card.map(found -> file(handle, found));
        });
  }

  /** Cases of a token: of the person, or of a warning's account or phone. */
  public List<String> casesOfToken(String token) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select case_id from case_card where owner = :t or case_id = :t"
                        + " union select case_id from warning where subject = :t limit 2")
                .bind("t", token)
                .mapTo(String.class)
                .list());
  }

  private static CaseFile file(Handle handle, CaseCard card) {
    return new CaseFile(
        card,
        bodies(
            handle,
            "select body from warning where case_id = :id order by revision desc, event_time desc",
            card.caseId()),
        bodies(
            handle,
            """
            select distinct on (a.advice_id) a.body from advice_change a
            where a.warning_id in (select warning_id from warning where case_id = :id)
            order by a.advice_id, a.changed_at desc, (a.state = 'ISSUED')
            """,
            card.caseId()),
        tasks(
            handle,
            "select * from task_now where case_id = :id order by closed, due_at, task_id",
            card),
        tasks(
            handle,
            "select * from task_change where case_id = :id order by told_at, told_order",
            card),
        changes(handle, card.caseId()),
        outcomes(handle, card));
  }

  private static List<JsonNode> bodies(Handle handle, String sql, String caseId) {
    return handle
        .createQuery(sql)
        .bind("id", caseId)
        .map((row, context) -> Columns.json(row, "body"))
        .list();
  }

  private static List<JsonNode> outcomes(Handle handle, CaseCard card) {
    return handle
        .createQuery(
            """
            select body from outcome where case_id = :id
            union all
            select body from outcome where case_id is null and person = :owner and event_time >= :from
            """)
        .bind("id", card.caseId())
        .bind("owner", card.owner())
        .bind("from", card.openedAt())
        .map((row, context) -> Columns.json(row, "body"))
        .list();
  }

  private static List<CaseFile.TaskLine> tasks(Handle handle, String sql, CaseCard card) {
    return handle
        .createQuery(sql)
        .bind("id", card.caseId())
        .map(
            (row, context) ->
                new CaseFile.TaskLine(
                    row.getString("task_id"),
                    row.getString("kind"),
                    row.getString("unit"),
                    row.getString("state"),
                    row.getInt("attempt"),
                    Task.Overdue.values()[row.getInt("overdue")],
                    Columns.instant(row, "created_at"),
                    Columns.instant(row, "due_at"),
                    Columns.instant(row, "told_at")))
        .list();
  }

  private static List<CaseFile.Change> changes(Handle handle, String caseId) {
    return handle
        .createQuery("select * from case_change where case_id = :id order by revision")
        .bind("id", caseId)
        .map(
            (row, context) ->
                new CaseFile.Change(
                    row.getInt("revision"),
                    row.getString("state"),
                    Grade.values()[row.getInt("grade")],
                    Tier.values()[row.getInt("tier")],
                    Columns.instant(row, "changed_at"),
                    row.getString("because"),
                    row.getString("conclusion")))
        .list();
  }

  private static CaseCard card(ResultSet row) throws SQLException {
    return new CaseCard(
        row.getString("case_id"),
        row.getString("owner"),
        row.getString("state"),
        row.getInt("revision"),
        Grade.values()[row.getInt("grade")],
        Tier.values()[row.getInt("tier")],
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "changed_at"),
        row.getString("conclusion"),
        row.getInt("warnings"),
        row.getString("lane"),
        row.getString("pattern"),
        row.getString("reason_zh"),
        row.getString("reason_en"),
        row.getObject("amount_minor", Long.class),
        row.getString("region"),
        row.getString("next_task"),
        Columns.instant(row, "next_due"),
        Task.Overdue.values()[row.getInt("overdue")],
        row.getBoolean("closed"));
  }

  /** The filter as a condition. */
  private record Where(String sql, CaseFilter filter, AccountStore.Session reader) {

    static Where of(CaseFilter filter, AccountStore.Session reader) {
      List<String> parts = new ArrayList<>();
      switch (filter.state()) {
        case CaseFilter.ALL -> parts.add("true");
        case CaseFilter.OPEN_ONES -> parts.add("not closed");
        case CaseFilter.NOT_TAKEN_UP -> parts.add("state is null");
        default -> parts.add("state = :state");
      }
      addIf(parts, filter.grade() != null, "grade >= :grade");
      addIf(parts, filter.tier() != null, "tier = :tier");
      addIf(parts, filter.lane() != null, "lane = :lane");
      addIf(parts, filter.overdue() != null, "overdue >= :overdue");
      if (filter.work() != null) {
        parts.add(work(filter.work()));
      }
      addIf(parts, filter.region() != null, "region like :region");
      return new Where(String.join(" and ", parts), filter, reader);
    }

    private static String work(CaseFilter.Work work) {
      return switch (work) {
        case MINE -> "(last_officer = :user or units && :units::text[])";
        case DUE -> "not snoozed";
        case SNOOZED -> "snoozed";
      };
    }

    private static void addIf(List<String> parts, boolean wanted, String part) {
      if (wanted) {
        parts.add(part);
      }
    }

    Query bind(Query query) {
      bindIfUsed(query, "state", filter.state());
      bindIfUsed(query, "grade", filter.grade() == null ? null : filter.grade().ordinal());
      bindIfUsed(query, "tier", filter.tier() == null ? null : filter.tier().ordinal());
      bindIfUsed(query, "lane", filter.lane() == null ? null : filter.lane().name());
      bindIfUsed(query, "overdue", filter.overdue() == null ? null : filter.overdue().ordinal());
      bindIfUsed(query, "region", filter.region() + "%");
      bindIfUsed(query, "user", reader.user());
      if (sql.contains(":units")) {
        query.bindArray("units", String.class, reader.units().toArray());
      }
      return query;
    }

    private void bindIfUsed(Query query, String name, Object value) {
      if (sql.contains(":" + name)) {
        query.bind(name, value);
      }
    }
  }
}
