package org.tocsin.local.city;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.event.Clue.Kind;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Lane;
import org.tocsin.local.city.label.Trail;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.local.city.world.Centre;
import org.tocsin.local.city.world.Dice;
import org.tocsin.local.city.world.Tokens;

/** What becomes known when it is over: reports of victims, listings. No part of any label. */
final class Aftermath {
  private static final double REPORTED = .4;
  private static final double LISTED = .2;
  private static final long LISTED_FOR = 180 * Almanac.DAY;

  private Aftermath() {}

  static void of(Trail trail, Dice dice, Tokens tokens, Consumer<Event> journal) {
    Centre centre = new Centre(tokens, journal);
    long over = trail.events().stream().mapToLong(Event::eventTime).max().orElseThrow();
    long at = over + dice.between(Almanac.HOUR, 30 * Almanac.HOUR);
    if (trail.lane() == Lane.VICTIM && dice.chance(REPORTED)) {
      report(trail, at, centre);
    } else if (trail.lane() == Lane.MULE && dice.chance(LISTED)) {
      list(trail, at, centre);
    }
  }

  private static void report(Trail trail, long at, Centre centre) {
    List<Transaction> paid =
        trail.events().stream()
            .filter(Transaction.class::isInstance)
            .map(Transaction.class::cast)
            .filter(t -> t.kind() == Transaction.Kind.TRANSFER && t.result() == Result.SETTLED)
            .sorted(Comparator.comparingLong(Transaction::eventTime))
            .toList();
    if (!paid.isEmpty()) {
      Transaction last = paid.get(paid.size() - 1);
      centre.clue(
          at,
          Kind.SCAM_REPORT,
          about ->
              about
                  .person(trail.person())
                  .payeeAccount(last.payeeAccount())
                  .amountMinor(last.amountMinor()));
    }
  }

  private static void list(Trail trail, long at, Centre centre) {
    long until = at + LISTED_FOR;
    if (trail.subjectKind() == SubjectKind.PHONE) {
      centre.clue(at, Kind.LISTED_PHONE, about -> about.phone(trail.subject()).until(until));
    } else if (trail.subjectKind() == SubjectKind.ACCOUNT) {
      centre.clue(at, Kind.LISTED_ACCOUNT, about -> about.account(trail.subject()).until(until));
    }
  }
}
