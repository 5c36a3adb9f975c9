package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/** What must be so of every row about money that runs through an account. */
final class FlowAssert {

  private static final int SHUFFLES = 30;

  private FlowAssert() {}

  static List<Warning> warned(Story story, String row) {
    return new Chain().feed(story.inOrder()).warnings(row);
  }

  /** One lead, watched only, at the moment given. */
  static Warning watchedOnceAt(Story story, String row, String time) {
    List<Warning> warnings = leads(story);
    assertThat(warnings).as("one lead: %s", warnings).hasSize(1);
    Warning warning = warnings.get(0);
    assertThat(warning.pattern()).isEqualTo(row);
    assertThat(warning.subjectKind()).isEqualTo(SubjectKind.ACCOUNT);
    assertThat(warning.tier()).isEqualTo(Tier.SMS);
    assertThat(warning.watchOnly()).isTrue();
    assertThat(warning.eventTime()).isEqualTo(Story.at(time));
    assertThat(warning.evidence()).isNotEmpty();
    return warning;
  }

  /** The last warning asks for a delay of what is there. */
  static Warning delayedAt(Story story, String row, String time, double yuan) {
    List<Warning> warnings = warned(story, row);
    assertThat(warnings).isNotEmpty();
    Warning last = warnings.get(warnings.size() - 1);
    assertThat(last.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(last.tier()).isEqualTo(Tier.CALL);
    assertThat(last.eventTime()).isEqualTo(Story.at(time));
    assertThat(last.amountAtRiskMinor()).isEqualTo(Math.round(yuan * 100));
    assertThat(last.advice()).extracting(Advice::kind).containsExactly(Advice.Kind.DELAY_PAYMENT);
    return last;
  }

  /** What the money looks like to those who sent it is another lane's matter. */
  static List<Warning> leads(Story story) {
    return new Chain()
        .feed(story.inOrder()).warnings().stream().filter(w -> w.lane() == Lane.MULE).toList();
  }

  /** What an account has shown as a whole, not from how it begins. */
  static List<Signal> whole(Story story, SignalKind kind) {
    return new Chain()
        .feed(story.inOrder()).signals().stream()
            .filter(each -> each.kind() == kind && !each.has(Trait.WATCH_ONLY))
            .toList();
  }

  static void quiet(Story story) {
    assertThat(leads(story)).isEmpty();
  }

  /** Whether anybody is to be called or visited. */
  static boolean isAboveSms(Story story) {
    return new Chain()
        .feed(story.inOrder()).warnings().stream().anyMatch(w -> w.tier() != Tier.SMS);
  }

  /** Not more than watched, whatever the row is called. */
  static void atMostWatched(Story story) {
    assertThat(leads(story)).allMatch(each -> each.tier() == Tier.SMS && each.watchOnly());
  }

  /** Whatever comes first, and whichever record comes last or twice. */
  static void foundInAnyOrder(Story story, String row) {
    for (long seed = 0; seed < SHUFFLES; seed++) {
      List<Event> events = new ArrayList<>(story.shuffled(seed));
      events.addAll(story.shuffled(seed).subList(0, events.size() / 2));
      assertThat(named(new Chain().feed(events).warnings(), row)).as("seed %d", seed).isTrue();
    }
  }

  /** The payee's bank reports every transfer too, a little later and under its own event ids. */
  static Story reportedByBothBanks(Story story) {
    Story both = new Story();
    int number = 0;
    for (Event event : story.events()) {
      if (event instanceof Transaction transfer
          && transfer.kind() == Transaction.Kind.TRANSFER
          && transfer.transferId() == null) {
        String id = "t" + ++number;
        both.add(TransactionBuilder.builder(transfer).transferId(id).build());
        both.add(
            TransactionBuilder.builder(transfer)
                .transferId(id)
                .eventId("other-" + transfer.eventId())
                .source("bank-2")
                .eventTime(transfer.eventTime() + 900)
                .payerBalanceMinor(null)
                .build());
      } else {
        both.add(event);
      }
    }
    return both;
  }

  static boolean named(List<Warning> warnings, String row) {
    return warnings.stream()
        .anyMatch(each -> each.pattern().equals(row) || each.alsoPatterns().contains(row));
  }
}
