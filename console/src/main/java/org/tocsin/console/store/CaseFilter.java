package org.tocsin.console.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.core.cases.CaseState;
import org.tocsin.core.cases.Task;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;

/**
 * Which cases the list shows. It lives in the address bar, so it holds no personal data; a value
 * that is none of the known ones counts as not given.
 *
 * @param state a {@link CaseState}, {@link #OPEN_ONES} or {@link #ALL}; never null
 * @param grade the least grade; null for any
 * @param tier null for any
 * @param lane null for any
 * @param overdue the least colour; null for any
 * @param work null for any
 * @param region leading digits of a region code; null for any
 * @param page from 1
 */
public record CaseFilter(
    String state,
    Grade grade,
    Tier tier,
    Lane lane,
    Task.Overdue overdue,
    Work work,
    String region,
    int page) {

  public static final String OPEN_ONES = "open";
  public static final String ALL = "all";

  /** Told by a warning only; the dissuasion job has not taken it up (or only watches). */
  public static final String NOT_TAKEN_UP = "none";

  /** What is no state of a case but follows from its tasks and outcomes. */
  public enum Work {
    /** A unit of the user's has a task of it open, or the last outcome is the user's. */
    MINE,
    /** Something is to be done, now or by the time its task says. */
    DUE,
    /** Nothing is to be done now: no open task, or only follow-ups that are still to come. */
    SNOOZED
  }

  private static final int PAGE_MAX = 100_000;
  private static final Pattern REGION = Pattern.compile("[0-9]{2,6}");

  /** What every analyst starts with. */
  public static final CaseFilter FIRST =
      new CaseFilter(OPEN_ONES, null, null, null, null, null, null, 1);

  public static CaseFilter of(java.util.function.Function<String, String> parameters) {
    return new CaseFilter(
        state(parameters.apply("state")),
        value(Grade.class, parameters.apply("grade")),
        value(Tier.class, parameters.apply("tier")),
        value(Lane.class, parameters.apply("lane")),
        value(Task.Overdue.class, parameters.apply("overdue")),
        value(Work.class, parameters.apply("work")),
        region(parameters.apply("region")),
        page(parameters.apply("page")));
  }

  private static String state(String given) {
    if (ALL.equals(given) || NOT_TAKEN_UP.equals(given)) {
      return given;
    }
    CaseState state = value(CaseState.class, given);
    return state == null ? OPEN_ONES : state.name();
  }

  private static <E extends Enum<E>> E value(Class<E> type, String given) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().equals(given))
        .findFirst()
        .orElse(null);
  }

  private static int page(String given) {
    try {
      return given == null ? 1 : Math.max(1, Math.min(PAGE_MAX, Integer.parseInt(given)));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  public CaseFilter onPage(int number) {
    return new CaseFilter(state, grade, tier, lane, overdue, work, region, number);
  }

  /** True when it shows less than {@link #FIRST} does. */
  public boolean narrowed() {
    return !onPage(1).equals(FIRST);
  }

  /** As it stands in the address bar; only what differs from the start. */
  public String query() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("state", state.equals(OPEN_ONES) ? null : state);
    parts.put("grade", grade);
    parts.put("tier", tier);
    parts.put("lane", lane);
    parts.put("overdue", overdue);
    parts.put("work", work);
    parts.put("region", region);
    parts.put("page", page == 1 ? null : page);
    return parts.entrySet().stream()
        .filter(part -> part.getValue() != null)
        .map(
            p ->
                p.getKey()
                    + "="
                    + URLEncoder.encode(p.getValue().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The list's address with this filter. */
  public String address() {
    String query = query();
    return query.isEmpty() ? "/cases" : "/cases?" + query;
  }

  /**
   * @return leading digits of a region code; null when the text is none, which narrows nothing
   */
  public static String region(String text) {
    return text != null && REGION.matcher(text.strip()).matches() ? text.strip() : null;
  }
}
