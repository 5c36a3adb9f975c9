package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.local.city.label.Label;
import org.tocsin.local.city.label.Ref;
import org.tocsin.local.city.world.Almanac;

/** What is told of a row holds what the domain pages say of it, whatever the dice. */
class StoriesHoldTheirRowsTest {
  private static final List<Label> LABELS = new ArrayList<>();
  private static final Map<Ref, Event> EVENTS = new HashMap<>();

  @BeforeAll
  static void aCityFullOfFraud() {
    City city = new City(new CityPlan(23, 1_500, LocalDate.of(2025, 3, 3), 19, 150, 0));
    while (!city.over()) {
      city.nextDay().forEach(event -> EVENTS.put(Ref.of(event), event));
      LABELS.addAll(city.takeLabels());
    }
  }

  @Test
  void v1HasALongCallOrMoneyGatheredFromThreeBanks() {
    for (Label label : labels("V1")) {
      int seconds = 0;
      for (Call call : of(label, Call.class)) {
        boolean ended = call.kind() == Call.Kind.ENDED && call.durationSeconds() != null;
        seconds += ended ? call.durationSeconds() : 0;
      }
      Set<String> banks = new HashSet<>();
      Set<String> owned = payers(label);
      for (Transaction moved : settled(label)) {
        if (owned.contains(moved.payerAccount())) {
          banks.add(moved.source());
        }
      }
      assertThat(seconds >= 20 * 60 || banks.size() >= 3).as("%s", label).isTrue();
      assertThat(label.lossTimes()).as("%s", label).isNotEmpty();
    }
  }

  @Test
  void v2BorrowsFromTwoLendersAndPaysMostOfItOn() {
    for (Label label : labels("V2")) {
      List<Transaction> loans = settled(label, Kind.LOAN_DISBURSEMENT);
      long owed = loans.stream().mapToLong(Transaction::amountMinor).sum();
      long paid = label.lossTimes().stream().mapToLong(loss -> loss.amountMinor()).sum();
      assertThat(loans.stream().map(Transaction::payerAccount).distinct().count())
          .isGreaterThanOrEqualTo(2);
      assertThat((double) paid / owed).as("%s", label).isBetween(.7, 1.05);
    }
  }

  @Test
  void v3PaysALittleMoreBackAndThenJumpsByThree() {
    for (Label label : labels("V3")) {
      long firstLoss = label.lossTimes().get(0).eventTime();
      Set<String> payers = losers(label);
      long tests =
          settled(label).stream()
              .filter(t -> payers.contains(t.payerAccount()) && t.eventTime() < firstLoss)
              .mapToLong(Transaction::amountMinor)
              .sum();
      long lost = label.lossTimes().stream().mapToLong(loss -> loss.amountMinor()).sum();
      assertThat(label.lossTimes()).as("%s", label).hasSizeGreaterThanOrEqualTo(2);
      assertThat(lost).as("%s", label).isGreaterThanOrEqualTo(10 * tests);
      for (int i = 1; i < label.lossTimes().size(); i++) {
        assertThat(label.lossTimes().get(i).amountMinor())
            .as("%s", label)
            .isGreaterThanOrEqualTo(3 * label.lossTimes().get(i - 1).amountMinor());
      }
    }
  }

  @Test
  void b2ComesInAndGoesOutWithinTenMinutesTwiceAndMore() {
    for (Label label : labels("B2")) {
      List<Transaction> moves = settled(label);
      long cycles = moves.stream().filter(in -> passedOn(label, in, moves)).count();
      assertThat(cycles).as("%s", label).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void p1CallsMoreThanTwentyNumbersInADay() {
    for (Label label : labels("P1")) {
      Map<LocalDate, Set<String>> peers =
          of(label, Call.class).stream()
              .filter(call -> call.caller().equals(label.subject()))
              .collect(
                  Collectors.groupingBy(
                      call -> Almanac.date(call.eventTime()),
                      Collectors.mapping(Call::callee, Collectors.toSet())));
      assertThat(peers.values()).as("%s", label).anyMatch(day -> day.size() >= 10);
    }
  }

  @Test
  void o3SharesOneContactOrDeviceAmongThreePersons() {
    for (Label label : labels("O3")) {
      List<CardOpening> cards = of(label, CardOpening.class);
      assertThat(cards.stream().map(CardOpening::person).distinct().count())
          .isGreaterThanOrEqualTo(3);
      assertThat(cards.stream().map(card -> card.contactPhone() + card.device()).distinct())
          .as("%s", label)
          .hasSize(1);
    }
  }

  private static boolean passedOn(Label label, Transaction in, List<Transaction> moves) {
    if (!label.subject().equals(in.payeeAccount()) || in.amountMinor() < 500_000) {
      return false;
    }
    long out = 0;
    for (Transaction moved : moves) {
      boolean soon =
          label.subject().equals(moved.payerAccount())
              && moved.eventTime() >= in.eventTime()
              && moved.eventTime() <= in.eventTime() + 10 * Almanac.MINUTE;
      out += soon ? moved.amountMinor() : 0;
      double share = (double) out / in.amountMinor();
      // The next cycle may begin within the ten minutes of this one.
      if (share >= .8 && share <= 1.05) {
        return true;
      }
    }
    return false;
  }

  private static List<Label> labels(String pattern) {
    List<Label> labels = LABELS.stream().filter(l -> l.pattern().equals(pattern)).toList();
    assertThat(labels).as(pattern).hasSizeGreaterThan(3);
    return labels;
  }

  private static <E extends Event> List<E> of(Label label, Class<E> type) {
    return label.events().stream()
        .map(EVENTS::get)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Once each, where both banks report. */
  private static List<Transaction> settled(Label label) {
    Set<String> seen = new HashSet<>();
    return of(label, Transaction.class).stream()
        .filter(t -> t.result() == Result.SETTLED)
        .filter(t -> t.transferId() == null || seen.add(t.transferId()))
        .toList();
  }

  private static List<Transaction> settled(Label label, Kind kind) {
    return settled(label).stream().filter(t -> t.kind() == kind).toList();
  }

  private static Set<String> losers(Label label) {
    Set<Long> losses =
        label.lossTimes().stream().map(loss -> loss.eventTime()).collect(Collectors.toSet());
    return settled(label).stream()
        .filter(t -> losses.contains(t.eventTime()))
        .map(Transaction::payerAccount)
        .collect(Collectors.toSet());
  }

  /** The accounts that lost money, and those that were emptied into them. */
  private static Set<String> payers(Label label) {
    Set<String> loser = losers(label);
    Set<String> own = new HashSet<>(loser);
    settled(label).stream()
        .filter(t -> loser.contains(t.payeeAccount()) && t.kind() == Kind.TRANSFER)
        .forEach(t -> own.add(t.payerAccount()));
    return own;
  }
}
