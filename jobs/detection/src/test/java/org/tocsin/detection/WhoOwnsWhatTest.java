package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;

/**
 * Whose an account or a phone is: the person's of its latest opening until it is closed, or of whom
 * a transaction names. Whoever comes next inherits nothing.
 */
class WhoOwnsWhatTest {

  private static Story rebate(Story story, String day) {
    return story
        .pays(day + " 10:00", "card", "m-" + day, 108)
        .pays(day + " 10:20", "r-" + day, "card", 113);
  }

  private static Story closes(Story story, String time, String person) {
    return closes(story, time, person, "card");
  }

  private static Story closes(Story story, String time, String person, String account) {
    return story.add(story.opening(time, Card.BANK, Step.CLOSED, person).account(account).build());
  }

  private static List<Grade> grades(Chain chain) {
    return chain.warnings("V1").stream().map(Warning::grade).toList();
  }

  private static List<String> personsOf(Chain chain) {
    return chain.warnings("V3").stream().map(Warning::person).toList();
  }

  /** Of whom something about money was said. */
  private static List<String> payersOf(Chain chain) {
    return chain.signals().stream()
        .filter(signal -> signal.amountMinor() != null)
        .map(Signal::person)
        .toList();
  }

  @Test
  void whoOpensAClosedAccountInheritsNothing() {
    Story story = rebate(new Story().owns("01-01 09:00", "wang", "card"), "03-01");
    closes(story, "03-01 12:00", "wang").owns("03-01 13:00", "li", "card");

    Chain chain = new Chain().feed(story.inOrder());

    assertThat(personsOf(chain)).containsExactly("wang");
    assertThat(payersOf(chain)).doesNotContain("li");
  }

  @Test
  void whatHappensAfterwardsIsTheNewOwners() {
    Story story = rebate(new Story().owns("01-01 09:00", "wang", "card"), "03-01");
    rebate(closes(story, "03-01 12:00", "wang").owns("03-01 13:00", "li", "card"), "03-02");

    Chain chain = new Chain().feed(story.inOrder());

    assertThat(personsOf(chain)).containsExactly("wang", "li");
    assertThat(chain.warnings("V3").get(1).formerSubjects()).isNull();
  }

  @Test
  void whatIsReportedAfterItsOwnerClosedIsNotTheNextOnes() {
    Story story = closes(new Story().owns("01-01 09:00", "wang", "card"), "03-01 12:00", "wang");
    rebate(story, "03-01").owns("03-02 09:00", "li", "card");

    Chain chain = new Chain().feed(story.events());

    assertThat(personsOf(chain)).doesNotContain("li");
    assertThat(payersOf(chain)).doesNotContain("li");
  }

  @Test
  void whatComesBeforeItsOpeningIsTheOwnersWhenTheOpeningComesLast() {
    Story story = rebate(new Story(), "03-01").owns("01-01 09:00", "wang", "card");

    assertThat(personsOf(new Chain().feed(story.events()))).containsExactly(null, "wang");
  }

  @Test
  void aLaterOpeningWithoutAClosingChangesTheOwnerFromThenOn() {
    Story story = rebate(new Story().owns("01-01 09:00", "wang", "card"), "03-01");
    rebate(story.owns("03-01 13:00", "li", "card"), "03-02");

    assertThat(personsOf(new Chain().feed(story.inOrder()))).containsExactly("wang", "li");
  }

  @Test
  void anOlderOpeningThatComesLaterChangesNothing() {
    Story story = new Story().owns("02-01 09:00", "li", "card").owns("01-01 09:00", "wang", "card");

    assertThat(personsOf(new Chain().feed(rebate(story, "03-01").events()))).containsExactly("li");
  }

  @Test
  void aChangeOfContactSaysWhoseItIsAsWell() {
    Story story = new Story();
    story.add(
        story
            .opening("02-01 09:00", Card.BANK, Step.CONTACT_CHANGED, "wang")
            .account("card")
            .build());

    assertThat(personsOf(new Chain().feed(rebate(story, "03-01").inOrder())))
        .containsExactly("wang");
  }

  @Test
  void aTransactionNamesThePersonAlsoForACompany() {
    Story story = new Story();
    story.add(
        story
            .moving("03-01 09:00", "corp", "stranger", 900_000)
            .payerHolder(Holder.COMPANY)
            .payerPerson("treasurer")
            .payerBalanceMinor(1_000_00L)
            .build());

    assertThat(new Chain().feed(story.inOrder()).warnings("V6"))
        .isNotEmpty()
        .allMatch(warning -> "treasurer".equals(warning.person()));
  }

  @Test
  void thePersonPaidIsNamedToo() {
    Story story = new Story();
    story.add(story.moving("02-01 09:00", "employer", "card", 50).payeePerson("wang").build());

    assertThat(personsOf(new Chain().feed(rebate(story, "03-01").inOrder())))
        .containsExactly("wang");
  }

  @Test
  void whomTheFormerOwnerOfANumberKnewIsAStrangerToTheNextOne() {
    Story story = new Story().hasPhone("01-01 09:00", "wang", "phone");
    for (String day : List.of("02-01", "02-08", "02-15")) {
      story.ended(day + " 10:00", "c" + day, "abroad", "phone", Origin.FOREIGN, 5);
    }
    Story kept = new Story();
    story.events().forEach(kept::add);
    story.add(story.opening("03-01 12:00", Card.SIM, Step.CLOSED, "wang").phone("phone").build());
    story.hasPhone("03-01 13:00", "li", "phone").owns("01-01 09:00", "li", "card");
    kept.owns("01-01 09:00", "wang", "card");
    for (Story each : List.of(kept, story)) {
      each.ended("03-11 10:40", "long", "abroad", "phone", Origin.FOREIGN, 40);
      each.pays("03-11 10:50", "card", "stranger", 90_000, 1_000);
    }

    assertThat(grades(new Chain().feed(kept.inOrder()))).doesNotContain(Grade.URGENT);
    assertThat(grades(new Chain().feed(story.inOrder()))).contains(Grade.URGENT);
  }

  @Test
  void whomTheFormerOwnerOfAnAccountPaidIsAStrangerToTheNextOne() {
    Story story = new Story().owns("01-01 09:00", "wang", "card");
    for (String day : List.of("01-05", "01-15", "01-25", "02-05")) {
      story.pays(day + " 10:00", "card", "landlord", 2_000, 200_000);
    }
    Story kept = new Story();
    story.events().forEach(kept::add);
    closes(story, "03-01 12:00", "wang").owns("03-01 13:00", "li", "card");
    kept.hasPhone("01-01 09:00", "wang", "phone");
    story.hasPhone("01-01 09:00", "li", "phone");
    for (Story each : List.of(kept, story)) {
      each.ended("03-11 10:40", "long", "abroad", "phone", Origin.FOREIGN, 40);
      each.pays("03-11 10:50", "card", "landlord", 90_000, 1_000);
    }

    assertThat(grades(new Chain().feed(kept.inOrder()))).doesNotContain(Grade.URGENT);
    assertThat(grades(new Chain().feed(story.inOrder()))).contains(Grade.URGENT);
  }

  /** Somebody else may have it by now, so paying it is no payment to oneself any more. */
  @Test
  void whatWasClosedIsNoLongerOnesOwnToPay() {
    Story story = new Story().owns("01-01 09:00", "wang", "card");
    story.owns("01-01 09:00", "wang", "old").hasPhone("01-01 09:00", "wang", "phone");
    Story before = new Story().add(story.events().get(0));
    story.events().subList(1, 3).forEach(before::add);

    closes(story, "03-01 12:00", "wang", "old");
    for (Story each : List.of(before, story)) {
      each.started("03-11 10:00", "c", "abroad", "phone", Origin.FOREIGN);
      each.pays("03-11 10:40", "card", "old", 90_000, 1_000);
    }

    assertThat(grades(new Chain().feed(before.inOrder()))).doesNotContain(Grade.URGENT);
    assertThat(grades(new Chain().feed(story.inOrder()))).contains(Grade.URGENT);
  }

  @Test
  void aNumberThatIsIssuedAgainBringsNoCallsWithIt() {
    Story story = new Story().hasPhone("01-01 09:00", "wang", "phone");
    story.ended("03-01 11:00", "call", "caller", "phone", Origin.FOREIGN, 40);
    story.add(story.opening("03-01 12:00", Card.SIM, Step.CLOSED, "wang").phone("phone").build());
    story.hasPhone("03-01 12:30", "li", "phone").owns("01-01 09:00", "li", "card");
    story.pays("03-01 13:00", "card", "stranger", 60_000, 10);

    Chain chain = new Chain().feed(story.inOrder());

    assertThat(chain.warnings("V1")).noneMatch(warning -> "li".equals(warning.person()));
  }

  private static Story reachedBy(Story story, String time, String person, String account) {
    return story.add(
        story
            .opening(time, Card.BANK, Step.OPENED, person)
            .account(account)
            .contactPhone("phone")
            .build());
  }

  /** An hour with somebody abroad, and 60,000 to a stranger. */
  private static Story talkedOut(Story story) {
    return story
        .ended("03-01 11:00", "call", "abroad", "phone", Origin.FOREIGN, 40)
        .pays("03-01 12:00", "card", "stranger", 60_000, 10);
  }

  private static List<String> talkedOutOf(List<Event> events) {
    return new Chain()
        .feed(events).warnings("V1").stream().map(Warning::person).distinct().toList();
  }

  /** A carrier's register may not take part; a bank knows by which number it reaches a customer. */
  @Test
  void aPhoneThatOnlyABankKnowsIsItsCustomersInAnyOrder() {
    Story story = talkedOut(reachedBy(new Story(), "01-01 09:00", "wang", "card"));

    assertThat(talkedOutOf(story.inOrder())).containsExactly("wang");
    for (int seed = 0; seed < 20; seed++) {
      assertThat(talkedOutOf(story.shuffled(seed))).as("seed " + seed).containsExactly("wang");
    }
  }

  @Test
  void aContactThatSeveralGiveIsNobodys() {
    Story story = reachedBy(new Story(), "01-01 09:00", "wang", "card");
    reachedBy(story, "01-02 09:00", "grandmother", "pension");

    assertThat(talkedOutOf(talkedOut(story).inOrder())).isEmpty();
  }

  @Test
  void theCarriersWordOverrulesTheBanksThoughItIsOlderAndComesLater() {
    Story story =
        talkedOut(
            reachedBy(new Story(), "01-02 09:00", "grandmother", "card")
                .hasPhone("01-01 09:00", "daughter", "phone"));

    assertThat(talkedOutOf(story.events())).isEmpty();
  }
}
