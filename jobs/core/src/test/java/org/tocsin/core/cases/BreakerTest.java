package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.core.gate.Operator;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/**
 * "A rule that suddenly produces far more warnings than usual is held back and shown to the
 * operator before it floods the teams" (domain/dissuasion.md). At least 300 in an hour, five times
 * its usual number and share, never before a day has shown what is usual.
 */
class BreakerTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long START = CaseRoom.at("2025-03-01T00:00");

  private final List<Object> told = new ArrayList<>();
  private final Centre centre = new Centre(StandardRules.dissuasion(), told::add);
  private int made;

  @BeforeEach
  void an_ordinary_week_of_thirty_an_hour() {
    for (int hour = 0; hour < 7 * 24; hour++) {
      hour(hour, "V1", 20, Grade.MEDIUM);
      hour(hour, "V3", 10, Grade.MEDIUM);
    }
    assertThat(held()).isEmpty();
    told.clear();
  }

  @Test
  void a_pattern_that_runs_wild_is_held_back_and_the_others_go_on() {
    hour(169, "V1", 20, Grade.MEDIUM);
    hour(169, "V3", 500, Grade.MEDIUM);
    assertThat(held()).hasSize(200);
    assertThat(held()).allMatch(line -> line.pattern().equals("V3"));
    assertThat(held()).allMatch(line -> line.reasonCode().equals("FAR_MORE_THAN_USUAL"));
    assertThat(held()).allMatch(line -> line.recent() > 10 * line.usual() && line.usual() > 0);
    assertThat(held()).allMatch(line -> line.goesOnAt() - line.changedAt() == 4 * 3_600_000L);
    told.clear();
    raise("V1", Grade.LOW, centre.now());
    assertThat(opened()).hasSize(1);
  }

  @Test
  void urgent_is_never_delayed_of_other_patterns_nor_of_the_same() {
    hour(168, "V3", 500, Grade.MEDIUM);
    told.clear();
    raise("V1", Grade.URGENT, centre.now());
    raise("V3", Grade.URGENT, centre.now());
    assertThat(opened()).hasSize(2);
    assertThat(held()).isEmpty();
  }

  @Test
  void on_a_busy_day_on_which_all_patterns_warn_more_nothing_is_held_back() {
    for (int tenth = 0; tenth < 100; tenth++) {
      long time = START + 168 * HOUR + tenth * HOUR / 100;
      for (int i = 0; i < 8; i++) {
        raise("V1", Grade.MEDIUM, time);
      }
      for (int i = 0; i < 4; i++) {
        raise("V3", Grade.MEDIUM, time);
      }
    }
    assertThat(held()).as("V3 made 400, forty times its usual number").isEmpty();
  }

  @Test
  void up_to_the_floor_nothing_is_too_many() {
    hour(169, "V3", 300, Grade.MEDIUM);
    assertThat(held()).isEmpty();
    raise("V3", Grade.MEDIUM, centre.now());
    assertThat(held()).hasSize(1);
  }

  @Test
  void a_rule_that_is_new_has_no_usual_and_only_the_floor() {
    hour(168, "V9", 301, Grade.MEDIUM);
    assertThat(held()).hasSize(1);
  }

  @Test
  void before_a_day_has_shown_what_is_usual_nothing_is_held_back() {
    List<Object> lines = new ArrayList<>();
    Centre fresh = new Centre(StandardRules.dissuasion(), lines::add);
    for (int i = 0; i < 1_000; i++) {
      long time = START + i * 1_000L;
      fresh.input(new WarningRaised(warning("V3", Grade.MEDIUM, time)), time);
    }
    assertThat(lines).noneMatch(HeldChange.class::isInstance);
  }

  @Test
  void watch_only_asks_nobody_and_is_neither_counted_nor_held() {
    for (int i = 0; i < 1_000; i++) {
      long time = START + 168 * HOUR + i;
      Warning warning = warning("P1", Grade.LOW, time);
      Advice watch =
          new Advice(
              "a" + i, Advice.Kind.WATCH, null, null, warning.person(), null, "P1", "M", time);
      centre.input(
          new WarningRaised(WarningBuilder.builder(warning).advice(List.of(watch)).build()), time);
    }
    assertThat(held()).isEmpty();
  }

  @Test
  void the_operator_releases_a_pattern_and_the_rest_of_its_surge_goes_on_too() {
    hour(168, "V3", 400, Grade.MEDIUM);
    int waiting = held().size();
    told.clear();
    say(Operator.PATTERN + "V3", Operator.RELEASE);
    assertThat(lines(HeldChange.State.RELEASED)).hasSize(waiting);
    assertThat(opened()).hasSize(waiting);
    long now = centre.now();
    assertThat(all(Task.class)).as("their time begins now").allMatch(t -> t.createdAt() == now);
    told.clear();
    raise("V3", Grade.MEDIUM, centre.now());
    assertThat(opened()).hasSize(1);
    // Two quiet hours on, the next surge is a new one.
    hour(170, "V3", 1, Grade.MEDIUM);
    hour(171, "V3", 500, Grade.MEDIUM);
    assertThat(held()).isNotEmpty();
  }

  @Test
  void the_operator_drops_a_pattern_and_copies_do_not_come_back() {
    hour(168, "V3", 310, Grade.MEDIUM);
    Warning late = warning("V3", Grade.MEDIUM, centre.now());
    centre.input(new WarningRaised(late), centre.now());
    told.clear();
    say(Operator.PATTERN + "V3", Operator.DROP);
    assertThat(lines(HeldChange.State.DROPPED)).isNotEmpty();
    centre.input(new WarningRaised(late), centre.now());
    centre.runTo(centre.now() + 10 * HOUR);
    assertThat(opened()).isEmpty();
    assertThat(lines(HeldChange.State.RELEASED)).isEmpty();
  }

  @Test
  void the_operator_releases_a_single_case() {
    hour(168, "V3", 320, Grade.MEDIUM);
    HeldChange one = held().get(0);
    told.clear();
    say(one.caseId(), Operator.RELEASE);
    assertThat(opened()).containsExactly(one.caseId());
  }

  @Test
  void what_nobody_decides_goes_on_by_itself_after_four_hours() {
    hour(168, "V3", 320, Grade.MEDIUM);
    int waiting = held().size();
    long last = centre.now();
    told.clear();
    centre.runTo(last + 4 * HOUR - 60_000);
    assertThat(lines(HeldChange.State.RELEASED)).hasSizeLessThan(waiting);
    centre.runTo(last + 4 * HOUR + 1);
    assertThat(lines(HeldChange.State.RELEASED))
        .hasSize(waiting)
        .allMatch(line -> line.reasonCode().equals("NOBODY_DECIDED"));
  }

  @Test
  void a_word_about_nothing_is_told() {
    say(Operator.PATTERN + "V3", Operator.RELEASE);
    say(Operator.PATTERN + "V3", "PERHAPS");
    assertThat(all(HeldChange.class))
        .extracting(HeldChange::reasonCode)
        .containsExactly("NOTHING_HELD", "DOES_NOT_FIT");
  }

  @Test
  void a_full_queue_lets_the_rest_go_on() {
    hour(168, "V3", 2_400, Grade.MEDIUM);
    assertThat(held()).hasSize(2_000);
    assertThat(centre.counts.get("breaker_queue_full")).isPositive();
  }

  @Test
  void the_queue_survives_a_kill() {
    hour(168, "V3", 320, Grade.MEDIUM);
    int waiting = held().size();
    centre.restore(centre.checkpoint());
    told.clear();
    say(Operator.PATTERN + "V3", Operator.RELEASE);
    assertThat(opened()).hasSize(waiting);
  }

  private void hour(int number, String pattern, int count, Grade grade) {
    for (int i = 0; i < count; i++) {
      raise(pattern, grade, START + number * HOUR + i * HOUR / count);
    }
  }

  private void raise(String pattern, Grade grade, long time) {
    centre.input(new WarningRaised(warning(pattern, grade, time)), Math.max(time, centre.now()));
  }

  private Warning warning(String pattern, Grade grade, long time) {
    made++;
    String person = "p" + made;
    return WarningBuilder.builder()
        .warningId("w" + made)
        .caseId(CaseIds.of(EntityKey.person(person).hash(), "w" + made))
        .revision(1)
        .lane(Lane.VICTIM)
        .pattern(pattern)
        .alsoPatterns(List.of())
        .rulesVersion("1")
        .subjectKind(SubjectKind.PERSON)
        .subject(person)
        .person(person)
        .grade(grade)
        .tier(Level.of(grade).tier())
        .score(50)
        .eventTime(time)
        .detectedAt(time)
        .reason(new Text("", ""))
        .evidence(List.of(new Evidence(Stream.CALL, "s", "e" + made, time, "")))
        .advice(List.of())
        .build();
  }

  private void say(String about, String word) {
    made++;
    centre.input(
        new OutcomeReported(
            OutcomeBuilder.builder()
                .eventId("o" + made)
                .source("96110")
                .eventTime(centre.now())
                .caseId(about)
                .step(Step.APPEAL)
                .result(Result.RELEASED)
                .checklist(Map.of(Operator.KEY, word))
                .build()),
        centre.now() + 1);
  }

  private List<HeldChange> held() {
    return lines(HeldChange.State.HELD);
  }

  private List<HeldChange> lines(HeldChange.State state) {
    return all(HeldChange.class).stream().filter(line -> line.state() == state).toList();
  }

  private List<String> opened() {
    return all(CaseChange.class).stream()
        .filter(change -> change.revision() == 1)
        .map(CaseChange::caseId)
        .toList();
  }

  private <T> List<T> all(Class<T> type) {
    return told.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
