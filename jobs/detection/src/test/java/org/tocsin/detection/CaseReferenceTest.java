package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** Which case a warning belongs to, and what outcomes do to the warnings after them. */
class CaseReferenceTest {

  private final Story story =
      new Story().owns("01-01 09:00", "wang", "card").hasPhone("01-01 09:00", "wang", "phone");

  private void scam(String day, int number) {
    story
        .ended(day + " 11:00", "c" + number, "abroad-" + number, "phone", Origin.FOREIGN, 30)
        .pays(day + " 11:30", "card", "safe-" + number, 50_000);
  }

  private void concluded(String time, Conclusion conclusion) {
    story.add(
        story.outcome(time, "wang", Step.CALL, Result.REACHED).conclusion(conclusion).build());
  }

  private List<Warning> warned() {
    return new Chain().feed(story.inOrder()).warnings("V1");
  }

  @Test
  void anOpenCaseTakesTheNextWarning() {
    scam("03-01", 1);
    scam("03-10", 2);

    assertThat(warned()).extracting(Warning::revision).containsExactly(1, 2);
    assertThat(warned()).extracting(Warning::caseId).containsOnly(warned().get(0).caseId());
  }

  @Test
  void withinThirtyDaysOfItsConclusionTheCaseIsReopened() {
    scam("03-01", 1);
    concluded("03-01 12:00", Conclusion.SCAM_STOPPED);
    scam("03-20", 2);

    assertThat(warned()).extracting(Warning::caseId).containsOnly(warned().get(0).caseId());
  }

  @Test
  void laterItIsANewCase() {
    scam("03-01", 1);
    concluded("03-01 12:00", Conclusion.SCAM_STOPPED);
    scam("04-15", 2);

    assertThat(warned()).extracting(Warning::caseId).doesNotHaveDuplicates();
    assertThat(warned()).extracting(Warning::revision).containsExactly(1, 1);
  }

  @Test
  void theSamePatternIsQuietForADayExceptUpwards() {
    scam("03-01", 1);
    scam("03-02", 2);
    story.ended("03-02 10:00", "c3", "abroad-3", "phone", Origin.VOIP, 30);
    story.pays("03-02 10:10", "card", "safe-2", 9_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("V1")).hasSize(2);
    assertThat(chain.held()).extracting(Finding.Held::reason).contains(Finding.Reason.QUIET_TIME);
  }

  @Test
  void aPayeeThatWasNoScamIsQuietAndOthersAreNot() {
    scam("03-01", 1);
    story.add(
        story
            .outcome("03-01 12:00", "wang", Step.CALL, Result.REACHED)
            .conclusion(Conclusion.NOT_SCAM)
            .account("safe-1")
            .build());
    story
        .ended("03-05 11:00", "c4", "abroad-4", "phone", Origin.FOREIGN, 30)
        .pays("03-05 11:10", "card", "safe-1", 50_000);
    Chain quiet = new Chain().feed(story.inOrder());
    story.pays("03-05 11:20", "card", "safe-9", 50_000);

    assertThat(quiet.warnings("V1")).hasSize(1);
    assertThat(warned()).hasSize(2);
  }

  @Test
  void afterAFailedDissuasionTheNextSignIsRaised() {
    story.pays("03-01 10:00", "card", "m1", 108).pays("03-01 10:20", "r1", "card", 113);
    concluded("03-01 11:00", Conclusion.REFUSED_TO_BELIEVE);
    story.pays("03-01 12:00", "card", "m2", 100).pays("03-01 12:20", "r2", "card", 110);
    story.pays("03-01 14:00", "card", "m3", 3_000);
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("V3"))
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW, Grade.MEDIUM, Grade.HIGH);
  }

  @Test
  void whoRefusesOnThePhoneIsOnWatchThoughNobodyConcludedIt() {
    scam("03-01", 1);
    story.add(story.outcome("03-01 12:00", "wang", Step.CALL, Result.REFUSED).build());
    story
        .ended("03-01 16:00", "c2", "abroad-2", "phone", Origin.FOREIGN, 25)
        .pays("03-01 16:10", "card", "safe-2", 15_000);

    assertThat(warned()).hasSize(2);
    assertThat(warned().get(1).reason().en()).contains("An earlier dissuasion failed");
  }

  @Test
  void outcomesFollowTheWarningsTheyAreAbout() {
    scam("03-01", 1);
    concluded("03-01 12:00", Conclusion.SCAM_STOPPED);
    List<Finding> findings = new Chain().feed(story.inOrder()).findings();

    assertThat(findings.get(0)).isInstanceOf(Finding.Raised.class);
    assertThat(findings.get(findings.size() - 1)).isInstanceOf(Finding.OutcomePassed.class);
  }

  @Test
  void anOutcomeThatNamesItsCaseOnlyFindsIt() {
    // Nobody knows whose the accounts are: the case is the card's.
    story.pays("03-01 10:00", "lost-card", "m1", 108).pays("03-01 10:20", "r1", "lost-card", 113);
    Chain chain = new Chain().feed(story.inOrder());
    Warning first = chain.warnings("V3").get(0);
    Story later = new Story();
    later.add(
        later
            .outcome("03-01 12:00", null, Step.CALL, Result.REACHED)
            .caseId(first.caseId())
            .conclusion(Conclusion.SCAM_STOPPED)
            .build());
    later.add(later.moving("04-20 10:00", "lost-card", "m9", 108).eventId("late-1").build());
    later.add(later.moving("04-20 10:20", "r9", "lost-card", 113).eventId("late-2").build());
    chain.feed(later.inOrder());

    assertThat(chain.findings()).anyMatch(Finding.OutcomePassed.class::isInstance);
    assertThat(chain.warnings("V3")).hasSize(2);
    assertThat(chain.warnings("V3").get(1).caseId()).isNotEqualTo(first.caseId());
  }

  @Test
  void idsAreTheSameOnEveryRun() {
    scam("03-01", 1);

    assertThat(warned()).isEqualTo(warned());
  }
}
