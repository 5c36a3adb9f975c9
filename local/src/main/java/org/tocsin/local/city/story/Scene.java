package org.tocsin.local.city.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Bankbook;
import org.tocsin.local.city.world.Desk;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Population;
import org.tocsin.local.city.world.Sim;
import org.tocsin.local.city.world.Switchboard;

/** The stage of one story: its start, its dice, its people, and what has been told so far. */
public final class Scene {
  public final long start;
  public final Population city;
  public final Dice dice;
  public final Desk desk;
  public final Bankbook bank;
  public final Switchboard phones;
  public final Underworld underworld;
  private final Cast cast;
  private final List<Event> events = new ArrayList<>();
  private final List<Trail> trails = new ArrayList<>();

  public Scene(Population city, Cast cast, Dice dice, long start) {
    this.city = city;
    this.cast = cast;
    this.dice = dice;
    this.start = start;
    desk = new Desk(city.tokens, dice, events::add);
    bank = desk.bank;
    phones = desk.phones;
    underworld = new Underworld(this);
  }

  public Person somebody(Predicate<Person> fits) {
    return cast.choose(dice, start, fits);
  }

  /** An adult with so much on one account, known by name from opening records. */
  public Person withMoney(long fen) {
    return somebody(p -> p.adult() && p.documented && Cast.richest(p).available >= fen);
  }

  public Trail victim(String pattern, Person person) {
    return trail(Lane.VICTIM, pattern, SubjectKind.PERSON, person.token, person.token);
  }

  public Trail mule(String pattern, Account account) {
    String owner = account.owner == null ? null : account.owner.token;
    return trail(Lane.MULE, pattern, SubjectKind.ACCOUNT, account.token, owner);
  }

  public Trail mule(String pattern, Sim sim) {
    String owner = sim.owner() == null ? null : sim.owner().token;
    return trail(Lane.MULE, pattern, SubjectKind.PHONE, sim.number(), owner);
  }

  public Trail opening(String pattern, Person person) {
    return trail(Lane.OPENING, pattern, SubjectKind.PERSON, person.token, person.token);
  }

  public Trail trail(Lane lane, String pattern, SubjectKind kind, String subject, String person) {
    Trail trail = new Trail(lane, pattern, kind, subject, person);
    trails.add(trail);
    return trail;
  }

  /** A number nobody has seen before. */
  public Sim stranger(Origin origin) {
    return city.lines.stranger(origin);
  }

  /** Somewhere between the two, both in milliseconds after {@code at}. */
  public long after(long at, long least, long most) {
    return at + dice.between(least, most);
  }

  public List<Event> events() {
    return events;
  }

  public List<Trail> trails() {
    return trails;
  }
}
