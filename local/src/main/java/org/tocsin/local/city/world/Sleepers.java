package org.tocsin.local.city.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.core.event.CardOpening.AccountClass;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Transaction.Channel;

/**
 * Cards and SIMs that lie in drawers: one adult in fifty has one of them, and uses it no more. They
 * take no part in daily life, and wait for somebody to borrow them.
 */
public final class Sleepers {
  private static final double SHARE = .02;
  private static final long DAY = Almanac.DAY;

  /** Half a year before the first day, and no longer than the rules remember by the last. */
  private static final long CARD_USED_LAST = 181 * DAY;

  private static final long SIM_USED_LEAST = 65 * DAY;
  private static final long SIM_USED_MOST = 170 * DAY;

  private final Map<Person, Account> cards = new LinkedHashMap<>();
  private final Map<Person, Sim> sims = new LinkedHashMap<>();
  private final Lines lines;
  private final Dice dice;
  private final long startsAt;

  Sleepers(Iterable<Person> persons, People people, Lines lines, Dice dice, long startsAt) {
    this.lines = lines;
    this.dice = dice;
    this.startsAt = startsAt;
    for (Person person : persons) {
      if (person.adult() && person.main != null && dice.chance(SHARE)) {
        long opened = startsAt - dice.between(400 * DAY, 1_500 * DAY);
        Bank bank = dice.pick(Institutions.BANKS);
        cards.put(person, people.spareAccount(person, bank, opened, Money.yuan(320)));
      } else if (person.adult() && !person.sims.isEmpty() && dice.chance(SHARE)) {
        sims.put(person, people.spareSim(person, dice.pick(Institutions.CARRIERS)));
      }
    }
  }

  public boolean hasCard(Person person) {
    return cards.containsKey(person);
  }

  public boolean hasSim(Person person) {
    return sims.containsKey(person);
  }

  /** It sleeps no longer. */
  public Account takeCard(Person person) {
    return cards.remove(person);
  }

  /** It sleeps no longer. */
  public Sim takeSim(Person person) {
    return sims.remove(person);
  }

  /** When they were opened, and what was done with them last. */
  void file(Desk desk) {
    cards.forEach(
        (person, card) -> {
          desk.counter.bank(
              card.openedAt,
              Step.OPENED,
              person,
              card,
              card.bank,
              record -> record.accountClass(AccountClass.II));
          long last = startsAt - CARD_USED_LAST - dice.between(0, DAY / 3);
          desk.bank.cashOut(last, card, Money.yuan(200), Channel.ATM);
        });
    sims.forEach(
        (person, sim) -> {
          desk.counter.sim(
              startsAt - dice.between(400 * DAY, 1_500 * DAY), Step.OPENED, person, sim);
          long last = startsAt - dice.between(SIM_USED_LEAST, SIM_USED_MOST);
          desk.phones.connect(last, sim, lines.stranger(sim.origin()), 60);
        });
  }
}
