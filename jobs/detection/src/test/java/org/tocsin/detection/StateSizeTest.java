package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.detect.OwnerState;
import org.tocsin.core.detect.PersonHistory;
import org.tocsin.core.detect.StandingState;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.Call.Origin;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.profile.Profile;
import org.tocsin.testkit.state.StateBytes;

/** However busy an account, a phone, a contact or a person is, what is kept of it has a bound. */
class StateSizeTest {

  private static final int EVENTS = 3_000;
  private static final int KIB = 1024;

  private final Story story = new Story();
  private final List<Event> events = new ArrayList<>();

  private static String minute(int i) {
    return "03-%02d %02d:%02d".formatted(1 + i / 1440, i / 60 % 24, i % 60);
  }

  private Chain fed() {
    events.addAll(story.events());
    return new Chain().feed(events);
  }

  private static <T> int largest(Iterable<?> states, Class<T> type) throws IOException {
    int largest = 0;
    for (Object state : states) {
      largest = Math.max(largest, StateBytes.write(Codec.of(type), type.cast(state)).length);
    }
    return largest;
  }

  private static void assertBounded(Chain chain) throws IOException {
    assertThat(largest(chain.profileStates(), Profile.class)).isLessThan(20 * KIB);
    assertThat(largest(chain.standingStates(), StandingState.class)).isLessThan(12 * KIB);
    assertThat(largest(chain.ownerStates(), OwnerState.class)).isLessThan(12 * KIB);
    assertThat(largest(chain.sequenceStates(), PersonHistory.class)).isLessThan(40 * KIB);
  }

  @Test
  void anAccountThatPaysAndIsPaidByThousands() throws IOException {
    story.owns("01-01 09:00", "busy", "card");
    for (int i = 0; i < EVENTS; i++) {
      story.pays(minute(i), "card", "payee-" + i, 100 + i, i);
      story.pays(minute(i), "payer-" + i, "card", 105 + i);
    }

    assertBounded(fed());
  }

  @Test
  void aPhoneThatCallsAndIsCalledByThousands() throws IOException {
    story.hasPhone("01-01 09:00", "busy", "phone");
    for (int i = 0; i < EVENTS; i++) {
      story.ended(minute(i), "in" + i, "caller-" + i, "phone", Origin.VOIP, 30);
      story.ended(minute(i), "out" + i, "phone", "callee-" + i, Origin.LOCAL, 1);
    }

    assertBounded(fed());
  }

  @Test
  void aHandsetOfThousandsOfSimsAndASimInThousandsOfHandsets() throws IOException {
    for (int i = 0; i < EVENTS; i++) {
      CallBuilder call =
          CallBuilder.builder()
              .source("carrier-1")
              .eventTime(Story.at(minute(i)))
              .kind(Call.Kind.ENDED)
              .answered(true)
              .durationSeconds(20)
              .callerCell("cell")
              .callee("callee-" + i);
      story.add(call.eventId("s" + i).caller("sim-" + i).callerImei("box").build());
      story.add(call.eventId("h" + i).caller("sim").callerImei("imei-" + i).build());
    }

    assertBounded(fed());
  }

  @Test
  void aContactOnThousandsOfCards() throws IOException {
    for (int i = 0; i < EVENTS; i++) {
      story.add(
          story
              .opening(minute(i), CardOpening.Card.BANK, CardOpening.Step.OPENED, "p" + i)
              .account("a" + i)
              .contactPhone("shared")
              .outlet("hall")
              .companion("guide")
              .build());
    }

    assertBounded(fed());
  }

  @Test
  void aPersonWithThousandsOfCardsAndOutcomes() throws IOException {
    for (int i = 0; i < EVENTS; i++) {
      story.owns(minute(i), "busy", "card-" + i);
      story.add(
          story
              .outcome(minute(i), "busy", Outcome.Step.CALL, Outcome.Result.BUSY)
              .conclusion(Outcome.Conclusion.NOT_SCAM)
              .account("payee-" + i)
              .build());
    }

    assertBounded(fed());
  }

  @Test
  void anOrdinaryPersonsStateIsSmall() throws IOException {
    story.owns("01-01 09:00", "anna", "card").hasPhone("01-01 09:00", "anna", "phone");
    for (int i = 0; i < 300; i++) {
      story.pays(minute(i * 50), "card", "payee-" + i % 12, 100 + i, i);
      story.ended(minute(i * 50), "out" + i, "phone", "friend-" + i % 15, Origin.LOCAL, 3);
    }
    Chain chain = fed();

    assertThat(largest(chain.profileStates(), Profile.class)).isLessThan(6 * KIB);
  }
}
