package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.CardOpening.Step;

/** Reads and keeps a person's card records. */
final class CardRecords {

  /** Far beyond any quota. */
  static final int CARDS_MAX = 40;

  /** Attempts are asked about for days, open cards for years. */
  private static final long ATTEMPTS_KEPT_MILLIS = 31 * 86_400_000L;

  /** An opening so long after an application is the same matter. */
  private static final long ONE_MATTER_MILLIS = 30 * 86_400_000L;

  private CardRecords() {}

  static List<CardRecord> with(List<CardRecord> cards, CardRecord added) {
    List<CardRecord> all = new ArrayList<>(cards);
    // A copy that comes when many other records lie between.
    all.removeIf(
        each -> each.eventId().equals(added.eventId()) && each.source().equals(added.source()));
    all.add(added);
    all.sort(
        Comparator.comparingLong(CardRecord::time)
            .thenComparing(CardRecord::source)
            .thenComparing(CardRecord::eventId));
    long oldest = all.get(all.size() - 1).time() - ATTEMPTS_KEPT_MILLIS;
    all.removeIf(each -> isAttempt(each) && each.time() < oldest);
    while (all.size() > CARDS_MAX) {
      all.remove(leastTelling(all));
    }
    return List.copyOf(all);
  }

  private static boolean isAttempt(CardRecord record) {
    return record.step() == Step.APPLIED || record.step() == Step.REFUSED;
  }

  private static CardRecord leastTelling(List<CardRecord> cards) {
    for (CardRecord each : cards) {
      if (isAttempt(each)) {
        return each;
      }
    }
    return cards.get(0);
  }

  /** Applications, and openings whose application was not reported. */
  static List<CardRecord> applications(List<CardRecord> cards) {
    return cards.stream().filter(each -> isApplication(each, cards)).toList();
  }

  static boolean isApplication(CardRecord record, List<CardRecord> cards) {
    if (record.step() != Step.OPENED) {
      return record.step() == Step.APPLIED;
    }
    return cards.stream()
        .noneMatch(
            each ->
                each.step() == Step.APPLIED
                    && each.sameCounter(record)
                    && each.time() <= record.time()
                    && record.time() - each.time() <= ONE_MATTER_MILLIS);
  }

  static boolean isBetween(CardRecord record, long from, long to) {
    return record.time() >= from && record.time() <= to;
  }

  /** Open at {@code time} and not closed by then. */
  static boolean isHeld(CardRecord record, List<CardRecord> cards, long time) {
    return record.isOpen()
        && record.time() <= time
        && cards.stream()
            .noneMatch(
                each ->
                    each.step() == Step.CLOSED
                        && each.card() == record.card()
                        && each.cardKey().equals(record.cardKey())
                        && each.time() >= record.time()
                        && each.time() <= time);
  }
}
