package org.tocsin.local.city.story;

import java.util.List;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;
import org.tocsin.local.city.world.Person;
import org.tocsin.local.city.world.Sim;
import org.tocsin.local.city.world.Switchboard.Connection;

/**
 * "Police": a call, handed to a second officer; the line stays busy, calls are forwarded, and by
 * the afternoon the savings go to safe accounts (victims.md, V1).
 */
final class V1Impersonation implements Story {

  @Override
  public void tell(Scene scene) {
    Person person = scene.withMoney(Money.yuan(15_000));
    Trail trail = scene.victim("V1", person);
    Connection call = officers(scene, trail, person);
    isolate(scene, trail, person, call);
    Account from = Cast.richest(person);
    boolean onThePhone = scene.dice.chance(.35);
    long talk = call.endedAt() - call.startedAt();
    long at =
        onThePhone
            ? call.startedAt() + talk * scene.dice.between(60, 85) / 100
            : scene.after(call.endedAt(), 3 * Almanac.MINUTE, 110 * Almanac.MINUTE);
    if (scene.dice.chance(.3)) {
      at = gather(scene, trail, person, from, at);
    }
    safeAccounts(scene, trail, from, at);
  }

  private static Connection officers(Scene scene, Trail trail, Person person) {
    Sim first = foreignOrListed(scene, trail);
    boolean alone = scene.dice.chance(.2);
    long at = scene.after(scene.start, 5 * Almanac.MINUTE, 40 * Almanac.MINUTE);
    int seconds = alone ? scene.dice.between(1_260, 7_200) : scene.dice.between(240, 2_400);
    Connection call = trail.of(scene.phones.connect(at, first, person.sim(), seconds));
    if (alone) {
      return call;
    }
    Sim second = scene.stranger(scene.dice.pick(List.of(Origin.values())));
    long next = scene.after(call.endedAt(), 15_000, 8 * Almanac.MINUTE);
    int longer = Math.max(1_300 - seconds, scene.dice.between(900, 8_000));
    return trail.of(scene.phones.connect(next, second, person.sim(), longer));
  }

  private static Sim foreignOrListed(Scene scene, Trail trail) {
    double way = scene.dice.between(0.0, 1.0);
    if (way < .8) {
      return scene.stranger(way < .4 ? Origin.VOIP : Origin.FOREIGN);
    }
    Sim listed = scene.stranger(Origin.DOMESTIC);
    trail.of(
        scene.desk.centre.clue(
            scene.start, Clue.Kind.LISTED_PHONE, about -> about.phone(listed.number())));
    return listed;
  }

  private static void isolate(Scene scene, Trail trail, Person person, Connection call) {
    if (scene.dice.chance(.35)) {
      long at = scene.after(call.startedAt(), Almanac.MINUTE, call.endedAt() - call.startedAt());
      String to = scene.city.tokens.phone(scene.city.tokens.stranger());
      trail.of(scene.phones.forwarding(at, person.sim(), true, to));
    }
    if (scene.dice.chance(.25)) {
      long at =
          scene.after(call.startedAt(), 2 * Almanac.MINUTE, call.endedAt() - call.startedAt());
      Result result = scene.dice.chance(.7) ? Result.BUSY : Result.EVADED;
      trail.of(scene.desk.centre.called(at, person, result));
    }
  }

  private static long gather(Scene scene, Trail trail, Person person, Account to, long at) {
    long then = at;
    for (Account own : person.accounts) {
      if (own != to && own.available > Money.yuan(300)) {
        long amount = Money.round(Money.share(own.available, .97), 10);
        then = trail.of(scene.bank.transfer(then, own, to, amount)).settledAt();
        then = scene.after(then, Almanac.MINUTE, 8 * Almanac.MINUTE);
      }
    }
    return then;
  }

  private static void safeAccounts(Scene scene, Trail trail, Account from, long at) {
    long stake = Money.share(from.available, scene.dice.between(.7, .97));
    int most = (int) Math.max(1, Math.min(5, stake / Money.yuan(6_500)));
    int parts = scene.dice.between(1, most);
    long then = at;
    for (int part = parts; part > 0; part--) {
      long amount = Money.round(stake / parts, 100);
      Payment paid = scene.underworld.defraud(trail, then, from, amount);
      then = scene.after(paid.settledAt(), 2 * Almanac.MINUTE, 14 * Almanac.MINUTE);
    }
  }
}
