package org.tocsin.local.city.story;

import org.tocsin.core.event.Transaction.Channel;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Account;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Company;
import org.tocsin.local.city.world.Money;
import org.tocsin.local.city.world.Payment;

/** "The boss" wants all available funds sent at once (victims.md, V6, company). */
final class V6Company implements Story {

  @Override
  public void tell(Scene scene) {
    Company company = null;
    for (int i = 0; i < 50 && company == null; i++) {
      Company one = scene.dice.pick(scene.city.companies);
      company = one.account.available > Money.yuan(250_000) ? one : null;
    }
    if (company == null) {
      throw new Cast.NobodyFits();
    }
    Account own = company.account;
    Trail trail =
        scene.trail(Lane.VICTIM, "V6", SubjectKind.ACCOUNT, own.token, company.treasurer.token);
    Account payee = scene.city.market.outsider(scene.dice);
    boolean split = scene.dice.chance(.5);
    double share = split ? scene.dice.between(.42, .49) : scene.dice.between(.84, .97);
    long amount = Money.round(Money.share(own.available, share), 1_000);
    Payment paid = trail.loss(scene.bank.transfer(scene.start, own, payee, amount, Channel.ONLINE));
    if (split) {
      long then = scene.after(paid.settledAt(), Almanac.MINUTE, 7 * Almanac.MINUTE);
      long rest = Money.share(amount, scene.dice.between(.94, 1.0));
      trail.loss(scene.bank.transfer(then, own, payee, rest, Channel.ONLINE));
    }
  }
}
