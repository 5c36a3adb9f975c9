package org.tocsin.core.profile;

import java.util.List;
import java.util.Objects;
import org.tocsin.core.detect.Counts;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.rulebook.ProfileRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Usual;

/** Folds events into what is known of an account. */
public final class AccountFold {

  /** An account with more within the memory is a shop's till; its oldest movements go. */
  static final int MOVEMENTS_MAX = 40;

  static final int PARTIES_MAX = 128;

  /** One line for each thing noticed on accounts. */
  static final List<AccountObserver> OBSERVERS =
      List.of(
          new NewPayeePayments(),
          new NewPayerIncomes(),
          new LoanIns(),
          new LargePayments(),
          new Savings(),
          new Scans(),
          new Gatherings(),
          new FastOuts(),
          new UsualAmounts(),
          new Crowds(),
          new AccountFlows(),
          new Purchases(),
          new FailedPayments(),
          new OwnMoneyIns(),
          new Couplings());

  private AccountFold() {}

  public static AccountProfile observe(
      AccountProfile profile, Event event, Rulebook rules, Told told) {
    AccountProfile changed =
        event instanceof Transaction transaction
            ? observe(profile, transaction, rules, told)
            : learnt(profile, event, rules, told);
    changed.movements().pack();
    return changed;
  }

  private static AccountProfile learnt(
      AccountProfile profile, Event event, Rulebook rules, Told told) {
    Facts facts = profile.facts();
    if (event instanceof CardOpening opening) {
      facts = facts.with(opening);
    } else if (event instanceof Clue clue) {
      facts = facts.with(clue);
    }
    AccountProfile own = facts.issuedAgain(profile.facts()) ? withoutPast(profile) : profile;
    AccountProfile known = told(own, facts, event.eventTime(), rules, told);
    return event instanceof CardOpening opening ? opened(known, opening, rules, told) : known;
  }

  /** Whom its last owner paid, and how much, says nothing of its new one. */
  private static AccountProfile withoutPast(AccountProfile profile) {
    return AccountProfileBuilder.builder(profile)
        .payees(Parties.NONE)
        .payers(Parties.NONE)
        .usual(Usual.NONE)
        .build();
  }

  private static AccountProfile opened(
      AccountProfile profile, CardOpening opening, Rulebook rules, Told told) {
    AccountProfile known = AccountProfileBuilder.builder(profile).bank(opening.source()).build();
    return opening.step() == CardOpening.Step.OPENED ? told(known, rules, told) : known;
  }

  /** What was done with a card before its opening was reported. */
  private static AccountProfile told(AccountProfile profile, Rulebook rules, Told told) {
    Couplings.opened(profile, rules, told);
    return AccountFlows.again(profile, rules, told);
  }

  private static AccountProfile observe(
      AccountProfile before, Transaction transaction, Rulebook rules, Told told) {
    boolean payer = before.token().equals(transaction.payerAccount());
    String person = payer ? transaction.payerPerson() : transaction.payeePerson();
    Holder holder = payer ? transaction.payerHolder() : transaction.payeeHolder();
    AccountProfile profile = before;
    if (person != null && !Objects.equals(person, before.facts().owner())) {
      Facts facts = before.facts().ownedBy(person, transaction.eventTime());
      profile = told(before, facts, transaction.eventTime(), rules, told);
    }
    if (holder != Holder.PERSON && holder != profile.holder()) {
      // The other bank's report leaves the holder at its default: it does not unsay it.
      profile = AccountProfileBuilder.builder(profile).holder(holder).build();
    }
    if (!rules.currency().equals(transaction.currency())) {
      told.count(Counts.FOREIGN_CURRENCY);
      return profile;
    }
    return moved(profile, transaction, rules, told);
  }

  private static AccountProfile moved(
      AccountProfile profile, Transaction transaction, Rulebook rules, Told told) {
    Movement fresh = Movements.of(profile, transaction, rules.detection().profiles());
    List<Movement> same = Movements.same(profile.movements(), fresh);
    if (same.isEmpty()) {
      // What takes back a movement that is no longer remembered leaves only its mark.
      return transaction.ofEventId() != null && !fresh.live()
          ? counted(profile, null, fresh, rules)
          : changed(profile, null, fresh, rules, told);
    }
    AccountProfile joined = profile;
    Movement before = same.get(0);
    Movement moved = before;
    for (Movement other : same.subList(1, same.size())) {
      moved = Movements.merged(moved, other);
      joined = forgotten(joined, other, rules, told);
    }
    moved = Movements.merged(moved, fresh);
    return Movements.unchanged(before, moved)
        ? joined
        : changed(joined, before, moved, rules, told);
  }

  /** Was taken for a flow of its own, and turns out to be another's report: it is told back. */
  private static AccountProfile forgotten(
      AccountProfile profile, Movement twin, Rulebook rules, Told told) {
    Movement none = MovementBuilder.builder(twin).result(Transaction.Result.REVERSED).build();
    AccountProfile changed = counted(profile, twin, none, rules);
    changed =
        AccountProfileBuilder.builder(changed).movements(profile.movements().without(twin)).build();
    for (AccountObserver observer : OBSERVERS) {
      changed = observer.observe(changed, none, twin, rules, told);
    }
    return changed;
  }

  private static AccountProfile changed(
      AccountProfile profile, Movement before, Movement moved, Rulebook rules, Told told) {
    AccountProfile changed = counted(profile, before, moved, rules);
    changed =
        AccountProfileBuilder.builder(changed)
            .movements(kept(profile.movements().with(before, moved), moved, rules))
            .lastMovementAt(Math.max(profile.lastMovementAt(), moved.time()))
            .wake(Wakings.after(profile, moved, rules.detection().bankCards()))
            .build();
    tellKnownPayee(profile, changed, moved, rules, told);
    for (AccountObserver observer : OBSERVERS) {
      changed = observer.observe(changed, moved, before, rules, told);
    }
    boolean late = changed.wake() != profile.wake() && moved.time() < changed.lastMovementAt();
    return late ? AccountFlows.again(changed, rules, told) : changed;
  }

  /** Settled flows count towards knowing the other side; a flow counts once. */
  private static AccountProfile counted(
      AccountProfile profile, Movement before, Movement moved, Rulebook rules) {
    boolean was = before != null && before.settled();
    boolean reversed =
        before == null && moved.result() == Transaction.Result.REVERSED && !moved.live();
    // Merchants are held back whether known or not: the places are for people and companies.
    if (moved.other() == null || moved.merchant() || (was == moved.settled() && !reversed)) {
      return profile;
    }
    long other = EventHash.token(moved.other());
    long memory = rules.detection().profiles().payeeMemory().toMillis();
    Parties parties = moved.in() ? profile.payers() : profile.payees();
    Parties changed =
        moved.settled()
            ? parties.with(other, moved.time(), memory, PARTIES_MAX)
            : parties.without(other);
    return moved.in()
        ? AccountProfileBuilder.builder(profile).payers(changed).build()
        : AccountProfileBuilder.builder(profile).payees(changed).build();
  }

  /** A late movement stays until the next one: what it completes is seen now. */
  private static MovementLog kept(MovementLog movements, Movement moved, Rulebook rules) {
    long newest = movements.timeAt(movements.size() - 1);
    long memory = rules.detection().profiles().movementMemory().toMillis();
    return movements.since(Math.min(newest - memory, moved.time()), MOVEMENTS_MAX);
  }

  private static void tellKnownPayee(
      AccountProfile before, AccountProfile after, Movement moved, Rulebook rules, Told told) {
    if (moved.in() || moved.other() == null || after.facts().owner() == null) {
      return;
    }
    ProfileRules settings = rules.detection().profiles();
    long hash = EventHash.token(moved.other());
    int was = before.payees().find(hash);
    int is = after.payees().find(hash);
    long timesBefore = was < 0 ? 0 : before.payees().timesAt(was);
    if (is >= 0
        && after.payees().timesAt(is) >= settings.payeeKnownTimes()
        && timesBefore < settings.payeeKnownTimes()) {
      told.tell(
          new Message.PayeeKnownTold(
              EntityKey.account(after.token()),
              hash,
              after.facts().owner(),
              knownFrom(after.payees(), is, moved.time(), settings)));
    }
  }

  /** Whoever was paid for the first time just now is no acquaintance yet, however often since. */
  private static long knownFrom(Parties payees, int place, long time, ProfileRules settings) {
    return Math.max(time, payees.firstAt(place) + settings.payeeKnownAfter().toMillis());
  }

  private static AccountProfile told(
      AccountProfile profile, Facts facts, long time, Rulebook rules, Told told) {
    if (facts == profile.facts()) {
      return profile;
    }
    facts.tellChange(profile.facts(), EntityKey.account(profile.token()), time, told);
    if (facts.owner() != null && !facts.owner().equals(profile.facts().owner())) {
      tellKnownPayees(profile, facts.owner(), rules, told);
    }
    return AccountProfileBuilder.builder(profile).facts(facts).build();
  }

  /** To an owner who becomes known only now. */
  private static void tellKnownPayees(
      AccountProfile profile, String owner, Rulebook rules, Told told) {
    Parties payees = profile.payees();
    for (int i = payees.begin(); i >= 0; i = payees.next(i)) {
      if (payees.timesAt(i) >= rules.detection().profiles().payeeKnownTimes()) {
        told.tell(
            new Message.PayeeKnownTold(
                EntityKey.account(profile.token()),
                payees.hashAt(i),
                owner,
                knownFrom(payees, i, payees.lastAt(i), rules.detection().profiles())));
      }
    }
  }
}
