package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.event.OutcomeBuilder;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.Warning.FormerSubject;
import org.tocsin.core.warning.WarningBuilder;

/** A case opened under an account becomes the person's when it is known whose account it is. */
class OwnersTest {

  private static final long T0 = CaseRoom.at("10:00");
  private static final long MINUTE = 60_000;
  private static final String PERSON = CaseRoom.PERSON;
  private static final String ACCOUNT_CASE = CaseIds.of(EntityKey.account("acc").hash(), "w1");
  private static final String PERSON_CASE = CaseIds.of(EntityKey.person(PERSON).hash(), "w2");

  private final List<Object> told = new ArrayList<>();
  private final Centre centre = new Centre(StandardRules.dissuasion(), told::add);
  private final CaseRoom forms = new CaseRoom();
  private int outcomes;

  @Test
  void the_accounts_case_closes_as_merged_and_the_persons_goes_on() {
    raise(ofAccount(Grade.HIGH), 0);
    raise(ofPerson(Grade.MEDIUM), 30);
    assertThat(last(ACCOUNT_CASE).state()).isEqualTo(CaseState.CLOSED);
    assertThat(last(ACCOUNT_CASE).conclusion()).isEqualTo(Conclusion.DUPLICATE);
    assertThat(last(ACCOUNT_CASE).because()).isEqualTo("MERGED:" + PERSON_CASE);
    assertThat(last(PERSON_CASE).state()).isEqualTo(CaseState.OPEN);
    assertThat(last(PERSON_CASE).person()).isEqualTo(PERSON);
    assertThat(openTasks()).isNotEmpty().allMatch(t -> t.caseId().equals(PERSON_CASE));
  }

  @Test
  void what_was_graver_under_the_account_stays_as_grave() {
    raise(ofAccount(Grade.URGENT), 0);
    raise(ofPerson(Grade.LOW), 30);
    assertThat(last(PERSON_CASE).grade()).isEqualTo(Grade.URGENT);
    assertThat(openTasks()).extracting(Task::kind).contains(Task.Kind.VISIT);
  }

  @Test
  void a_persons_watch_only_warning_does_not_bury_the_accounts_work() {
    raise(ofAccount(Grade.HIGH), 0);
    Advice watch =
        new Advice("a", Advice.Kind.WATCH, null, null, PERSON, null, "R", "M", T0 + MINUTE);
    raise(WarningBuilder.builder(ofPerson(Grade.LOW)).advice(List.of(watch)).build(), 30);
    assertThat(last(PERSON_CASE).state()).isEqualTo(CaseState.OPEN);
    assertThat(last(PERSON_CASE).grade()).isEqualTo(Grade.HIGH);
  }

  @Test
  void a_case_that_was_concluded_is_not_carried_over() {
    raise(ofAccount(Grade.URGENT), 0);
    report(ACCOUNT_CASE, Step.CALL, Result.REACHED, Conclusion.NOT_SCAM, 10);
    raise(ofPerson(Grade.LOW), 30);
    assertThat(last(PERSON_CASE).grade()).isEqualTo(Grade.LOW);
    assertThat(last(ACCOUNT_CASE).conclusion()).isEqualTo(Conclusion.NOT_SCAM);
  }

  @Test
  void an_outcome_that_names_the_accounts_case_finds_the_persons() {
    raise(ofAccount(Grade.HIGH), 0);
    raise(ofPerson(Grade.HIGH), 30);
    report(ACCOUNT_CASE, Step.CALL, Result.REACHED, null, 31);
    assertThat(last(PERSON_CASE).state()).isEqualTo(CaseState.CONTACTED);
    assertThat(last(ACCOUNT_CASE).state()).isEqualTo(CaseState.CLOSED);
    assertThat(told).noneMatch(UnmatchedOutcome.class::isInstance);
  }

  @Test
  void what_the_accounts_case_set_in_motion_is_released_when_an_appeal_holds() {
    Advice stop =
        new Advice(
            "stop", Advice.Kind.STOP_PAYMENT, "payee", null, null, 1L, "R", "M", T0 + 900 * MINUTE);
    raise(WarningBuilder.builder(ofAccount(Grade.URGENT)).advice(List.of(stop)).build(), 0);
    report(ACCOUNT_CASE, Step.STOP_PAYMENT, Result.ACCEPTED, null, 5);
    raise(ofPerson(Grade.HIGH), 30);
    report(ACCOUNT_CASE, Step.APPEAL, Result.ACCEPTED, null, 40);
    assertThat(told.stream().filter(AdviceChange.class::isInstance).map(AdviceChange.class::cast))
        .extracting(AdviceChange::state)
        .containsExactly(
            AdviceChange.State.ISSUED, AdviceChange.State.ACCEPTED, AdviceChange.State.RELEASED);
    assertThat(told).noneMatch(UnmatchedOutcome.class::isInstance);
  }

  @Test
  void a_person_who_has_a_case_keeps_it() {
    Warning own = WarningBuilder.builder(ofPerson(Grade.MEDIUM)).formerSubjects(null).build();
    raise(own, 0);
    raise(ofAccount(Grade.HIGH), 10);
    Warning second = WarningBuilder.builder(ofPerson(Grade.MEDIUM)).warningId("w3").build();
    raise(second, 30);
    assertThat(last(PERSON_CASE).grade()).isEqualTo(Grade.HIGH);
    assertThat(openCases()).containsExactly(PERSON_CASE);
  }

  @Test
  void saying_it_again_changes_nothing() {
    raise(ofAccount(Grade.HIGH), 0);
    raise(ofPerson(Grade.HIGH), 30);
    int lines = told.size();
    raise(ofPerson(Grade.HIGH), 30);
    assertThat(told).hasSize(lines);
  }

  private Warning ofAccount(Grade grade) {
    return WarningBuilder.builder(forms.warning("w1", grade))
        .caseId(ACCOUNT_CASE)
        .subjectKind(SubjectKind.ACCOUNT)
        .subject("acc")
        .person(null)
        .detectedAt(T0)
        .build();
  }

  private Warning ofPerson(Grade grade) {
    return WarningBuilder.builder(forms.warning("w2", grade))
        .caseId(PERSON_CASE)
        .detectedAt(T0 + 30 * MINUTE)
        .formerSubjects(List.of(new FormerSubject(SubjectKind.ACCOUNT, "acc")))
        .build();
  }

  private void raise(Warning warning, int minute) {
    centre.input(new WarningRaised(warning), T0 + minute * MINUTE);
  }

  private void report(String caseId, Step step, Result result, Conclusion conclusion, int minute) {
    outcomes++;
    Outcome outcome =
        OutcomeBuilder.builder()
            .eventId("o" + outcomes)
            .source("96110")
            .eventTime(T0 + minute * MINUTE)
            .caseId(caseId)
            .step(step)
            .result(result)
            .conclusion(conclusion)
            .build();
    centre.input(new OutcomeReported(outcome), T0 + minute * MINUTE);
  }

  private CaseChange last(String caseId) {
    List<CaseChange> changes =
        told.stream()
            .filter(CaseChange.class::isInstance)
            .map(CaseChange.class::cast)
            .filter(change -> change.caseId().equals(caseId))
            .toList();
    return changes.get(changes.size() - 1);
  }

  private List<String> openCases() {
    return told.stream()
        .filter(CaseChange.class::isInstance)
        .map(each -> ((CaseChange) each).caseId())
        .distinct()
        .filter(id -> last(id).state() != CaseState.CLOSED)
        .toList();
  }

  private List<Task> openTasks() {
    java.util.Map<String, Task> tasks = new java.util.LinkedHashMap<>();
    told.stream()
        .filter(Task.class::isInstance)
        .map(Task.class::cast)
        .forEach(task -> tasks.put(task.taskId(), task));
    return tasks.values().stream().filter(t -> t.state() == Task.State.OPEN).toList();
  }
}
