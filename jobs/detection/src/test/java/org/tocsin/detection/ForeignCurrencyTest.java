package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.runtime.wire.EventMapper;
import org.tocsin.runtime.wire.Money;

/**
 * Another currency than the deployment's is converted by the rulebook's rates, or kept out of
 * amount rules and counted.
 */
class ForeignCurrencyTest {

  private static final BigDecimal YUAN_A_DOLLAR = new BigDecimal("7.2");

  /** Twice fast in and fast out, in yuan; 36 are left. */
  private static Story mule() {
    return new Story()
        .owns("01-01 09:00", "zhao", "card")
        .pays("03-01 10:00", "victim-1", "card", 36_000)
        .pays("03-01 10:04", "card", "next-1", 35_964, 36)
        .pays("03-01 13:00", "victim-2", "card", 36_000)
        .pays("03-01 13:04", "card", "next-2", 35_964, 36);
  }

  @Test
  void withARateAStoryInDollarsIsTheSameStory() {
    List<Event> read = read(inDollars(), Map.of("USD", YUAN_A_DOLLAR));

    Chain dollars = new Chain().feed(read);
    Chain yuan = new Chain().feed(mule().inOrder());

    assertThat(dollars.warnings()).isEqualTo(yuan.warnings()).isNotEmpty();
    assertThat(dollars.count("foreign_currency")).isZero();
  }

  @Test
  void withoutARateNoAmountIsJudgedAndEachTransactionIsCountedOnce() {
    Chain chain = new Chain().feed(read(inDollars(), Map.of("HKD", BigDecimal.ONE)));

    assertThat(chain.warnings()).isEmpty();
    assertThat(chain.count("foreign_currency")).isEqualTo(4);
    assertThat(chain.count("used")).as("they are used all the same").isEqualTo(5);
  }

  @Test
  void withoutARateATransactionStillSaysWhoseTheAccountIs() {
    Event tie =
        TransactionBuilder.builder(
                (Transaction) new Story().pays("03-01 09:00", "card", "m", 5).last())
            .currency("USD")
            .payerPerson("zhao")
            .build();
    Story story = new Story();
    mule().events().stream().skip(1).forEach(story::add);
    story.add(TransactionBuilder.builder((Transaction) tie).eventId("tie").build());

    assertThat(new Chain().feed(story.inOrder()).warnings())
        .isNotEmpty()
        .allMatch(warning -> "zhao".equals(warning.person()));
  }

  private static List<Event> inDollars() {
    return mule().inOrder().stream().map(ForeignCurrencyTest::inDollars).toList();
  }

  /** Amounts are chosen so that they are whole cents. */
  private static Event inDollars(Event event) {
    if (!(event instanceof Transaction yuan)) {
      return event;
    }
    return TransactionBuilder.builder(yuan)
        .currency("USD")
        .amountMinor(cents(yuan.amountMinor()))
        .payerBalanceMinor(
            yuan.payerBalanceMinor() == null ? null : (Long) cents(yuan.payerBalanceMinor()))
        .build();
  }

  private static long cents(long fen) {
    return Math.round(fen / YUAN_A_DOLLAR.doubleValue());
  }

  private static List<Event> read(List<Event> sent, Map<String, BigDecimal> rates) {
    EventMapper mapper = new EventMapper(new Money("CNY", rates));
    return sent.stream()
        .map(event -> mapper.toEvent(event.stream(), EventMapper.toRecord(event)))
        .toList();
  }
}
