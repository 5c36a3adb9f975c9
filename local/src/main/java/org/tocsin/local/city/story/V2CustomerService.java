package org.tocsin.local.city.story;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;
import org.tocsin.local.city.world.Switchboard.Connection;

/**
 * "Customer service": the student loan must be cancelled, so loans are taken from lender after
 * lender and paid on to strangers (victims.md, V2); with the call, or over an app without one.
 */
final class V2CustomerService implements Story {
  private static final List<Origin> ORIGINS =
      List.of(Origin.DOMESTIC, Origin.DOMESTIC, Origin.VOIP, Origin.FOREIGN, Origin.LOCAL);

  @Override
  public void tell(Scene scene) {
    Person person =
        scene.somebody(p -> p.adult() && p.documented && p.birthYear > 1965 && p.income > 0);
    Trail trail = scene.victim("V2", person);
    long at = scene.after(scene.start, 5 * Almanac.MINUTE, 40 * Almanac.MINUTE);
    if (scene.dice.chance(.7)) {
      at = onThePhone(scene, trail, person, at);
    }
    List<Account> lenders = new ArrayList<>(scene.city.market.lenders);
    int loans = scene.dice.between(2, 4);
    boolean oneByOne = scene.dice.chance(.25);
    long owed = 0;
    for (int i = 0; i < loans; i++) {
      Account lender = lenders.remove(scene.dice.between(0, lenders.size() - 1));
      long amount = Money.round(Money.yuan(scene.dice.lognormal(12_000, .6)) + 300_000, 500);
      Payment loan = trail.of(scene.bank.loan(at, lender, person.main, amount));
      owed += amount;
      if (oneByOne && i > 0 || i == loans - 1) {
        at = payOn(scene, trail, person, owed, loan.settledAt());
        owed = 0;
      }
      at = scene.after(Math.max(at, loan.settledAt()), 4 * Almanac.MINUTE, 22 * Almanac.MINUTE);
    }
  }

  private static long onThePhone(Scene scene, Trail trail, Person person, long at) {
    Sim caller = scene.stranger(scene.dice.pick(ORIGINS));
    int seconds = scene.dice.between(400, 10_800);
    Connection call = trail.of(scene.phones.connect(at, caller, person.sim(), seconds));
    long talk = call.endedAt() - call.startedAt();
    return scene.dice.chance(.6) && talk > 20 * Almanac.MINUTE
        ? call.startedAt() + talk / 3
        : scene.after(call.endedAt(), 3 * Almanac.MINUTE, 80 * Almanac.MINUTE);
  }

  private static long payOn(Scene scene, Trail trail, Person person, long owed, long from) {
    long stake = Money.share(owed, scene.dice.between(.78, .99));
    int parts = scene.dice.between(1, 3);
    long at = scene.after(from, 2 * Almanac.MINUTE, 20 * Almanac.MINUTE);
    for (int part = 0; part < parts; part++) {
      long amount = Money.round(stake / parts, 10);
      at = scene.underworld.defraud(trail, at, person.main, amount).settledAt();
      at = scene.after(at, Almanac.MINUTE, 11 * Almanac.MINUTE);
    }
    return at;
  }
}
