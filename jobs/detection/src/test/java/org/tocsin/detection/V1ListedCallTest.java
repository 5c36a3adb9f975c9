package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** V1: a number known to be a fraudster's talks for long, and nothing has been paid yet. */
class V1ListedCallTest {

  private static Story listed() {
    return new Story()
        .owns("01-01 09:00", "wang", "card")
        .hasPhone("01-01 09:00", "wang", "phone")
        .clue("03-01 09:00", Clue.Kind.LISTED_PHONE, "caller", null);
  }

  private static List<Warning> warned(Story story) {
    return FlowAssert.warned(story, "V1");
  }

  @ParameterizedTest
  @CsvSource({"1200, true", "1199, false"})
  void twentyMinutesAreWorthAText(int seconds, boolean texted) {
    List<Warning> warnings =
        warned(
            listed().endedAfter("03-11 15:40", null, "caller", "phone", Origin.DOMESTIC, seconds));

    assertThat(!warnings.isEmpty()).isEqualTo(texted);
    assertThat(warnings).allMatch(each -> each.grade() == Grade.LOW && each.advice().isEmpty());
  }

  @Test
  void theSamePersonsTransferMakesItUrgentInTheSameCase() {
    List<Warning> warnings =
        warned(
            listed()
                .ended("03-11 15:40", null, "caller", "phone", Origin.DOMESTIC, 30)
                .pays("03-11 16:00", "card", "safe", 50_000));

    assertThat(warnings).extracting(Warning::grade).containsExactly(Grade.LOW, Grade.URGENT);
    assertThat(warnings.get(0).reason().zh()).contains("涉诈名单号码", "30分钟");
    assertThat(warnings.get(0).reason().en()).contains("a listed number, 30 min on the phone");
    assertThat(warnings).extracting(Warning::caseId).containsOnly(warnings.get(0).caseId());
  }

  @Test
  void aCallThatGoesOnNeedsNoFurtherEvent() {
    Chain chain =
        new Chain()
            .feed(
                listed().started("03-11 15:00", "c", "caller", "phone", Origin.DOMESTIC).inOrder());

    assertThat(chain.until("03-11 15:19:59").warnings("V1")).isEmpty();
    assertThat(chain.until("03-11 15:20").warnings("V1"))
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW);
  }

  @Test
  void listedOnlyAfterwardsItIsTextedThen() {
    Story story =
        new Story()
            .owns("01-01 09:00", "wang", "card")
            .hasPhone("01-01 09:00", "wang", "phone")
            .ended("03-11 15:40", null, "caller", "phone", Origin.DOMESTIC, 30)
            .clue("03-11 16:00", Clue.Kind.LISTED_PHONE, "caller", null);

    assertThat(warned(story)).extracting(Warning::grade).containsExactly(Grade.LOW);
  }

  @Test
  void anInstitutionsTrustedLineAndAListingThatHasEndedAreNone() {
    assertThat(
            warned(
                listed()
                    .clue("03-02 09:00", Clue.Kind.TRUSTED_PHONE, "caller", null)
                    .ended("03-11 15:40", null, "caller", "phone", Origin.DOMESTIC, 30)))
        .isEmpty();
  }
}
