package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.core.warning.Warning;

/**
 * A job that was down reads what it missed: transactions perhaps hours ahead of calls. A carrier
 * that delivers at night tells the beginnings of the day's calls before their ends. Neither makes a
 * call that is long over one that goes on.
 */
class CatchingUpTest {

  private final Story before =
      new Story().owns("01-01 09:00", "wang", "card").hasPhone("01-01 09:00", "wang", "phone");
  private final Story calls = new Story();
  private final Story payments = new Story();

  private Chain chain() {
    return new Chain().feed(before.inOrder());
  }

  private List<Warning> inOrder() {
    List<Event> all = new ArrayList<>(before.inOrder());
    all.addAll(calls.events());
    all.addAll(payments.events());
    all.sort(Comparator.comparingLong(Event::eventTime));
    return new Chain().feed(all).until("03-11 23:00").warnings();
  }

  /** Payments are read between the beginning and the end of the call. */
  private Chain paymentsAhead(Chain chain) {
    return chain
        .feed(calls.events().subList(0, 1))
        .ahead(payments.events())
        .feed(calls.events().subList(1, 2))
        .until("03-11 23:00");
  }

  private void called(String from, String to, int minutes) {
    calls
        .started("03-11 " + from, "c1", "abroad", "phone", Origin.FOREIGN)
        .ended("03-11 " + to, "c1", "abroad", "phone", Origin.FOREIGN, minutes);
  }

  @Test
  void aCallThatEndedBeforeThePaymentIsNotOngoingWhenThePaymentIsReadFirst() {
    called("10:00", "10:10", 10);
    payments.pays("03-11 12:30", "card", "safe", 50_000);

    Chain chain = paymentsAhead(chain());

    assertThat(inOrder()).isEmpty();
    assertThat(chain.warnings()).isEmpty();
  }

  @Test
  void whoIsReallyOnThePhoneIsWarnedOnceCallsAreReadSoFar() {
    calls.started("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN);
    payments.pays("03-11 10:40", "card", "safe", 50_000);

    Chain chain = chain().feed(calls.events()).ahead(payments.events());
    assertThat(chain.warnings("V1")).isEmpty();

    chain.until("03-11 10:31");
    assertThat(chain.warnings("V1")).isNotEmpty();
    assertThat(last(chain.until("03-11 23:00").warnings())).isEqualTo(last(inOrder()));
  }

  @Test
  void whoPaidDuringACallIsWarnedWhenItsEndIsRead() {
    called("10:00", "10:50", 50);
    payments.pays("03-11 10:40", "card", "safe", 50_000);

    Chain chain = paymentsAhead(chain());

    assertThat(last(chain.warnings()).amountAtRiskMinor())
        .isEqualTo(last(inOrder()).amountAtRiskMinor());
    assertThat(last(chain.warnings()).tier()).isEqualTo(last(inOrder()).tier());
  }

  /** Nothing is believed before event time is known at all. */
  @Test
  void theFirstRecordsAfterAStartAreNoneToTrust() {
    called("10:00", "10:10", 10);
    payments.pays("03-11 12:30", "card", "safe", 50_000);

    Chain chain =
        new Chain()
            .ahead(before.inOrder())
            .ahead(calls.events().subList(0, 1))
            .ahead(payments.events())
            .feed(calls.events().subList(1, 2))
            .until("03-11 23:00");

    assertThat(chain.warnings()).isEmpty();
  }

  @Test
  void aBatchAtNightTellsOfNoCallThatGoesOn() {
    called("10:00", "10:10", 10);
    payments.pays("03-11 12:30", "card", "safe", 50_000);

    Chain chain = chain().feed(payments.events()).until("03-11 22:00").feed(calls.events());

    assertThat(chain.warnings()).isEmpty();
  }

  @Test
  void aBatchAtNightTellsOfWhoWasOnThePhone() {
    called("10:00", "10:50", 50);
    payments.pays("03-11 10:40", "card", "safe", 50_000);

    Chain chain =
        chain().feed(payments.events()).until("03-11 22:00").feed(calls.events().subList(0, 1));
    assertThat(chain.warnings()).isEmpty();
    chain.feed(calls.events().subList(1, 2));

    assertThat(chain.warnings("V1")).hasSize(1);
    assertThat(chain.warnings("V1").get(0).reason().en()).doesNotContain("still on the phone");
  }

  /** The call was told in time; that it is hers is learned while it goes on. */
  @Test
  void whoseTheirPhoneIsMayBecomeKnownDuringTheCall() {
    Story phone = new Story().hasPhone("01-01 09:00", "wang", "phone");
    Story card = new Story().owns("01-01 09:00", "wang", "card");
    calls.started("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN);
    payments.pays("03-11 10:40", "card", "safe", 50_000);

    Chain chain =
        new Chain()
            .feed(card.events())
            .feed(calls.events())
            .until("03-11 10:35")
            .ahead(phone.events())
            .feed(payments.events());

    assertThat(chain.warnings("V1")).isNotEmpty();
  }

  /** What rests on no call is not held up by one. */
  @Test
  void aTaskAndItsRebateAreSeenWhileCallsAreBehind() {
    calls.started("03-11 10:00", "c1", "abroad", "phone", Origin.FOREIGN);
    payments
        .pays("03-11 12:00", "card", "m1", 108)
        .pays("03-11 12:20", "r1", "card", 113)
        .pays("03-11 14:00", "card", "m2", 3_000);

    Chain chain = chain().feed(calls.events()).ahead(payments.events());

    assertThat(chain.warnings("V3")).isNotEmpty();
    assertThat(payments.events()).allMatch(each -> each.stream() == Stream.TRANSACTION);
  }

  private static Warning last(List<Warning> warnings) {
    assertThat(warnings).isNotEmpty();
    return warnings.get(warnings.size() - 1);
  }
}
