package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.detection.FlowAssert.leads;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Holder;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/** Several rows see the same money: the person is one lead, and each row is named. */
class OneLeadTest {

  private static Story person() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("02-20 12:00", "card", "noodles", 18);
  }

  private static Story collected(Story story, int hour) {
    for (int i = 0; i < 5; i++) {
      String at = "03-01 %02d:%02d".formatted(hour, 5 * i);
      story.pays(at, "payer-" + hour + i, "card", 6_000);
    }
    return story.add(
        story
            .moving("03-01 %02d:40".formatted(hour), "card", "exchange", 29_900)
            .payeeHolder(Holder.EXCHANGE)
            .build());
  }

  @Test
  void aMoreSpecificRowAddsItsNameAndTheDelayNamesBoth() {
    Story story = collected(collected(collected(person(), 9), 12), 15);

    List<Warning> leads = leads(story);

    assertThat(leads).extracting(Warning::pattern).containsExactly("B3", "B9", "B3");
    assertThat(leads)
        .extracting(Warning::grade)
        .containsExactly(Grade.LOW, Grade.LOW, Grade.MEDIUM);
    assertThat(leads.get(1).alsoPatterns()).containsExactly("B3");
    assertThat(leads.get(2).alsoPatterns()).containsExactly("B9");
    assertThat(leads).extracting(Warning::caseId).containsOnly(leads.get(0).caseId());
  }

  @Test
  void aLessSpecificRowAddsNothingAndIsCounted() {
    Story story = person();
    story.owns("02-25 09:00", "zhao", "new");
    story.pays("02-26 10:00", "tester", "new", 5).pays("02-26 10:10", "new", "tester-2", 5);
    for (int hour = 10; hour <= 11; hour++) {
      story
          .pays("02-28 " + hour + ":00", "victim-" + hour, "new", 9_000)
          .pays("02-28 " + hour + ":05", "new", "next-" + hour, 8_990, 10);
    }
    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings()).extracting(Warning::pattern).containsOnly("B1");
    assertThat(chain.held())
        .anyMatch(h -> h.pattern().equals("B2") && h.reason() == Finding.Reason.QUIET_TIME);
  }

  @Test
  void anotherDayIsAnotherMatter() {
    Story story = collected(person(), 9);
    for (int i = 0; i < 2; i++) {
      story
          .pays("03-03 1" + i + ":00", "victim-" + i, "card", 9_000)
          .pays("03-03 1" + i + ":05", "card", "next-" + i, 8_990, 10);
    }

    assertThat(leads(story)).extracting(Warning::pattern).contains("B2");
  }

  @Test
  void whatOnlyTheOtherBankKnowsCounts() {
    Story story = person();
    for (int i = 0; i < 3; i++) {
      story.pays("03-01 10:0" + i, "payer-" + i, "card", 900);
    }
    story.add(
        story.moving("03-01 10:40", "card", "x", 2_600).transferId("t").source("bank-2").build());
    story.add(
        story
            .moving("03-01 10:41", "card", "x", 2_600)
            .transferId("t")
            .payeeHolder(Holder.EXCHANGE)
            .payerBalanceMinor(100L)
            .build());

    assertThat(leads(story)).extracting(Warning::pattern).containsExactly("B9");
  }
}
