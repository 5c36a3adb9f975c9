package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.detect.OwnerState;
import org.tocsin.core.detect.PersonHistory;
import org.tocsin.core.detect.StandingState;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.profile.AccountProfile;
import org.tocsin.core.profile.CallWindow;
import org.tocsin.core.profile.ContactProfile;
import org.tocsin.core.profile.Facts;
import org.tocsin.core.profile.Movement;
import org.tocsin.core.profile.MovementLog;
import org.tocsin.core.profile.Parties;
import org.tocsin.core.profile.PersonProfile;
import org.tocsin.core.profile.PhoneProfile;
import org.tocsin.core.profile.Profile;
import org.tocsin.core.profile.Seen;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Standing;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.warning.Level;
import org.tocsin.testkit.state.StateBytes;

/** What a savepoint of version 1.0 holds of detection is still understood. */
class StateBytesTest {

  private static final Seen SEEN = new Seen(new long[] {1, 2, 3, 4}, new long[0]);
  private static final Facts FACTS =
      new Facts(
          "person", 5, 6L, Long.MAX_VALUE, 7, 8L, 9, List.of(SignalKind.FAN_OUT), null, 0, null);
  private static final Parties PARTIES = new Parties(new long[] {10, 11, 12, 13});
  private static final Standing STANDING =
      new Standing(1L, 2L, 3L, "other-person", List.of(SignalKind.FAN_OUT), null);

  private static final Movement MOVEMENT =
      new Movement(
          "bank",
          "e1",
          "e2",
          14,
          new long[] {15, 16},
          17,
          true,
          Transaction.Kind.MERCHANT_PAYMENT,
          18,
          19L,
          "other",
          "other-person",
          Holder.EXCHANGE,
          Transaction.Result.REVERSED,
          true,
          Movement.Novelty.KNOWN,
          Transaction.Channel.QR,
          "5944",
          "terminal",
          "device",
          "370602",
          "flow",
          Movement.Reporter.PAYER,
          true);

  private static final Signal SIGNAL =
      new Signal(
          "s1",
          SignalKind.CONTACT_FAILED,
          SubjectKind.PHONE,
          "phone",
          "person",
          20,
          Signal.ONGOING,
          21,
          22L,
          23L,
          EntityKey.phone("caller"),
          Holder.COMPANY,
          STANDING,
          24,
          List.of(Trait.FOREIGN, Trait.RELATED),
          Transaction.Kind.REFUND,
          "370602",
          List.of(new Evidence(Stream.OUTCOME, "centre", "e3", 25, "what")),
          null,
          null,
          null);

  @Test
  void anAccount() throws IOException {
    check(
        "account-profile",
        Profile.class,
        new AccountProfile(
            "account",
            SEEN,
            FACTS,
            Holder.MERCHANT,
            MovementLog.of(List.of(MOVEMENT)),
            PARTIES,
            PARTIES,
            26,
            new long[] {27},
            "bank",
            null,
            null,
            0,
            null));
  }

  @Test
  void aPhone() throws IOException {
    check(
        "phone-profile",
        Profile.class,
        new PhoneProfile(
            "phone",
            SEEN,
            FACTS,
            PARTIES,
            List.of(
                new PhoneProfile.UnknownCall(
                    "call",
                    "peer",
                    "carrier",
                    "e4",
                    "carrier-2",
                    "e5",
                    28,
                    29,
                    30,
                    true,
                    true,
                    true,
                    "370602")),
            new CallWindow(new long[] {31, 32, 33}),
            new long[] {34},
            35,
            36,
            null,
            null,
            null,
            0,
            null,
            null));
  }

  @Test
  void aPerson() throws IOException {
    check("person-profile", Profile.class, new PersonProfile("person", SEEN, null, null));
  }

  @Test
  void aContact() throws IOException {
    check(
        "contact-profile",
        Profile.class,
        new ContactProfile(
            "contact",
            SEEN,
            List.of(new ContactProfile.Use("person", 37, "bank", "e6", true, "370602"))));
  }

  @Test
  void aStanding() throws IOException {
    check("standing", StandingState.class, new StandingState(STANDING, List.of(SIGNAL), null));
  }

  @Test
  void anOwner() throws IOException {
    check("owner", OwnerState.class, new OwnerState("person", 38, List.of(SIGNAL)));
  }

  @Test
  void aHistory() throws IOException {
    check(
        "person-history",
        PersonHistory.class,
        new PersonHistory(
            "person",
            List.of(SIGNAL),
            39,
            List.of("account", "phone"),
            PARTIES,
            List.of(new PersonHistory.Warned("V3", "s1", Level.T3_PLUS, 40, true, new long[0])),
            new PersonHistory.CaseRef("case", 41, 42L),
            43L,
            List.of(new PersonHistory.Legitimate("account", 44)),
            new long[] {45},
            new long[] {46},
            List.of(),
            0,
            List.of(),
            List.of(),
            null,
            new long[0],
            null,
            null));
  }

  private static <T> void check(String name, Class<T> type, T written) throws IOException {
    T read = StateBytes.read("1.0", name, Codec.of(type), written);
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }
}
