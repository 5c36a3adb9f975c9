package org.tocsin.local.city.world;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpening.AccountClass;
import org.tocsin.core.event.CardOpening.Card;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.CardOpeningBuilder;
import org.tocsin.core.event.Event;

/** Where bank cards and SIMs are applied for, opened, refused and closed. */
public final class Counter {
  private final Tokens tokens;
  private final Consumer<Event> out;

  public Counter(Tokens tokens, Consumer<Event> out) {
    this.tokens = tokens;
    this.out = out;
  }

  public CardOpening bank(long at, Step step, Person person, Account account) {
    return bank(at, step, person, account, account.bank, record -> record);
  }

  /**
   * @param account null while none was opened
   * @param more what this record says beside the usual
   */
  public CardOpening bank(
      long at,
      Step step,
      Person person,
      Account account,
      Bank bank,
      UnaryOperator<CardOpeningBuilder> more) {
    CardOpeningBuilder record =
        record(at, bank.code(), Card.BANK, step, person)
            .account(account == null ? null : account.token)
            .accountClass(AccountClass.I)
            .contactPhone(person.sims.isEmpty() ? null : person.sim().number());
    return send(more.apply(record).build());
  }

  public CardOpening sim(long at, Step step, Person person, Sim sim) {
    return sim(at, step, person, sim, record -> record);
  }

  public CardOpening sim(
      long at, Step step, Person person, Sim sim, UnaryOperator<CardOpeningBuilder> more) {
    CardOpeningBuilder record =
        record(at, sim.carrier().code(), Card.SIM, step, person).phone(sim.number());
    return send(more.apply(record).build());
  }

  /** The outlet of an institution in a district; the first is the main one. */
  public static String outlet(String institution, String region, int number) {
    return institution + "-" + region + "-" + number;
  }

  private CardOpeningBuilder record(long at, String source, Card card, Step step, Person person) {
    return CardOpeningBuilder.builder()
        .eventId(tokens.event('o'))
        .source(source)
        .eventTime(at)
        .card(card)
        .step(step)
        .person(person.token)
        .outlet(outlet(source, person.region, 1 + person.index % 9))
        .region(person.region)
        .homeRegion(person.homeRegion)
        .birthYear(person.birthYear)
        .segment(person.segment);
  }

  private CardOpening send(CardOpening opening) {
    out.accept(opening);
    return opening;
  }
}
