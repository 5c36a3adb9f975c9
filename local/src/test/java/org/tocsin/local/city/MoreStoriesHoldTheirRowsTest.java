package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.Transaction.Kind;
import org.tocsin.core.event.Transaction.Result;
import org.tocsin.local.city.label.Label;
import org.tocsin.local.city.label.Loss;
import org.tocsin.local.city.label.Ref;
import org.tocsin.local.city.world.Almanac;

/** The rows beside the first six: what makes each of them what it is. */
class MoreStoriesHoldTheirRowsTest {
  private static final long YUAN = 100;
  private static final List<Label> LABELS = new ArrayList<>();
  private static final List<Event> BEFORE = new ArrayList<>();
  private static final Map<Ref, Event> EVENTS = new HashMap<>();

  @BeforeAll
  static void aCityFullOfFraud() {
    City city = new City(new CityPlan(33, 1_500, LocalDate.of(2025, 3, 3), 19, 200, 0));
    city.before().stream()
        .filter(event -> event instanceof Transaction || event instanceof Call)
        .forEach(BEFORE::add);
    while (!city.over()) {
      city.nextDay().forEach(event -> EVENTS.put(Ref.of(event), event));
      LABELS.addAll(city.takeLabels());
    }
  }

  @Test
  void v4AndV5AndV7PayMoreEachTime() {
    for (String pattern : List.of("V4", "V5", "V7")) {
      for (Label label : labels(pattern)) {
        List<Loss> losses = label.lossTimes();
        boolean cash = transactions(label).stream().anyMatch(t -> t.kind() == Kind.CASH_WITHDRAWAL);
        for (int i = 1; i < losses.size() && !cash; i++) {
          assertThat(losses.get(i).amountMinor())
              .as("%s", label)
              .isGreaterThan(losses.get(i - 1).amountMinor());
        }
      }
    }
  }

  @Test
  void v6TakesMostOfWhatIsThere() {
    for (Label label : labels("V6")) {
      long lost = label.lossTimes().stream().mapToLong(Loss::amountMinor).sum();
      assertThat(lost).as("%s", label).isGreaterThanOrEqualTo(20_000 * YUAN);
    }
  }

  @Test
  void v9HandsOverTenThousandAtLeastTwice() {
    for (Label label : labels("V9")) {
      assertThat(label.lossTimes()).as("%s", label).hasSizeGreaterThanOrEqualTo(2);
      assertThat(label.lossTimes())
          .as("%s", label)
          .allMatch(loss -> loss.amountMinor() >= 10_000 * YUAN);
    }
  }

  @Test
  void b3GathersFromFiveAndPaysAtMostTwo() {
    for (Label label : labels("B3")) {
      assertThat(payers(label)).as("%s", label).hasSizeGreaterThanOrEqualTo(5);
      assertThat(payees(label)).as("%s", label).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void b4PaysFiveAndMoreWithinHalfAnHour() {
    for (Label label : labels("B4")) {
      List<Loss> losses = label.lossTimes();
      long in =
          transactions(label).stream()
              .filter(t -> label.subject().equals(t.payeeAccount()))
              .mapToLong(Transaction::eventTime)
              .min()
              .orElseThrow();
      assertThat(payees(label)).as("%s", label).hasSizeGreaterThanOrEqualTo(5);
      assertThat(losses.get(losses.size() - 1).eventTime() - in)
          .as("%s", label)
          .isLessThanOrEqualTo(30 * Almanac.MINUTE);
      assertThat(losses).allMatch(loss -> loss.amountMinor() < 50_000 * YUAN);
    }
  }

  @Test
  void b7DrawsCashAtTwoMachinesWithinHalfAnHour() {
    for (Label label : labels("B7")) {
      List<Transaction> draws =
          transactions(label).stream().filter(t -> t.kind() == Kind.CASH_WITHDRAWAL).toList();
      assertThat(draws.stream().map(Transaction::terminal).distinct().count())
          .as("%s", label)
          .isGreaterThanOrEqualTo(2);
    }
  }

  /** Used last half a year before, and then not until the story. */
  @Test
  void b5SleptForHalfAYear() {
    for (Label label : labels("B5")) {
      List<Long> used =
          all(Transaction.class)
              .filter(t -> moves(t, label.subject()))
              .map(Transaction::eventTime)
              .sorted()
              .toList();
      assertThat(used.get(0)).as("%s", label).isLessThan(label.startTime() - 180 * Almanac.DAY);
      assertThat(used.get(1)).as("%s", label).isGreaterThanOrEqualTo(label.startTime());
    }
  }

  @Test
  void p8SleptForTwoMonthsAndRingsUpThirty() {
    for (Label label : labels("P8")) {
      List<Call> calls =
          all(Call.class)
              .filter(call -> call.kind() == Call.Kind.ENDED)
              .filter(call -> label.subject().equals(call.caller()))
              .sorted(Comparator.comparingLong(Call::eventTime))
              .toList();
      assertThat(calls.get(0).eventTime()).isLessThan(label.startTime() - 60 * Almanac.DAY);
      assertThat(calls.get(1).eventTime()).isGreaterThanOrEqualTo(label.startTime());
      assertThat(calls.stream().map(Call::callee).distinct().count()).isGreaterThan(30);
    }
  }

  private static <E extends Event> Stream<E> all(Class<E> type) {
    return Stream.concat(BEFORE.stream(), EVENTS.values().stream())
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static boolean moves(Transaction moved, String account) {
    return account.equals(moved.payerAccount()) || account.equals(moved.payeeAccount());
  }

  @Test
  void b8BuysGoldForTenThousandInTwoShops() {
    for (Label label : labels("B8")) {
      List<Transaction> gold =
          transactions(label).stream().filter(t -> "5944".equals(t.merchantCategory())).toList();
      assertThat(gold.stream().map(Transaction::payeeAccount).distinct().count())
          .as("%s", label)
          .isGreaterThanOrEqualTo(2);
      assertThat(gold).allMatch(t -> t.amountMinor() >= 10_000 * YUAN);
    }
  }

  @Test
  void anAccountIsNeverEmptierThanEmpty() {
    // The books clamp at nought; a story that overdraws would lose its proportions.
    for (String pattern : List.of("B2", "B3", "B4", "B7", "B8", "B10")) {
      for (Label label : labels(pattern)) {
        long in = 0;
        long out = 0;
        for (Transaction moved : transactions(label)) {
          in += label.subject().equals(moved.payeeAccount()) ? moved.amountMinor() : 0;
          out += label.subject().equals(moved.payerAccount()) ? moved.amountMinor() : 0;
        }
        assertThat(out).as("%s", label).isLessThanOrEqualTo(in + 40 * YUAN);
      }
    }
  }

  private static List<Label> labels(String pattern) {
    List<Label> labels = LABELS.stream().filter(l -> l.pattern().equals(pattern)).toList();
    assertThat(labels).as(pattern).isNotEmpty();
    return labels;
  }

  /** Settled, once each where both banks report. */
  private static List<Transaction> transactions(Label label) {
    Set<String> seen = new HashSet<>();
    return label.events().stream()
        .map(EVENTS::get)
        .filter(Transaction.class::isInstance)
        .map(Transaction.class::cast)
        .filter(t -> t.result() == Result.SETTLED)
        .filter(t -> t.transferId() == null || seen.add(t.transferId()))
        .toList();
  }

  private static Set<String> payers(Label label) {
    return transactions(label).stream()
        .filter(t -> label.subject().equals(t.payeeAccount()))
        .map(Transaction::payerAccount)
        .collect(Collectors.toSet());
  }

  private static Set<String> payees(Label label) {
    return transactions(label).stream()
        .filter(t -> label.subject().equals(t.payerAccount()))
        .map(Transaction::payeeAccount)
        .collect(Collectors.toSet());
  }
}
