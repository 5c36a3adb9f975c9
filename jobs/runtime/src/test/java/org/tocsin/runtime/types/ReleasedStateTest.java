package org.tocsin.runtime.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CallBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.event.TransactionBuilder;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.ReasonCode;
import org.tocsin.testkit.state.StateBytes;

/** Bytes that version 1.0 left in savepoints and in flight are still understood. */
class ReleasedStateTest {

  static Stream<Arguments> released() {
    Transaction transaction =
        TransactionBuilder.builder()
            .eventId("t1")
            .source("bank")
            .eventTime(1_760_000_000_000L)
            .kind(Transaction.Kind.TRANSFER)
            .amountMinor(123_456)
            .currency("CNY")
            .payerAccount("a1")
            .payeeAccount("a2")
            .payerBalanceMinor(0L)
            .channel(Transaction.Channel.QR)
            .build();
    Call call =
        CallBuilder.builder()
            .eventId("c1")
            .source("carrier")
            .eventTime(1_760_000_000_001L)
            .kind(Call.Kind.ENDED)
            .caller("p1")
            .callee("p2")
            .answered(false)
            .durationSeconds(0)
            .origin(Call.Origin.VOIP)
            .build();
    Signal signal =
        new Signal(
            "s1",
            SignalKind.UNKNOWN_CALL,
            SubjectKind.PHONE,
            "p2",
            null,
            call.eventTime(),
            Signal.ONGOING,
            70,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            "310104",
            List.of(Evidence.of(call, "an unknown caller")),
            null,
            null,
            null);
    Rejection rejection =
        new Rejection(
            "events.call.v1", "0:7", ReasonCode.BROKEN_AVRO, "broken", "\uFFFD", null, null);
    return Stream.of(
        Arguments.of("transaction", Event.class, transaction),
        Arguments.of("call", Event.class, call),
        Arguments.of("signal", Signal.class, signal),
        Arguments.of("rejection", Rejection.class, rejection));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("released")
  <T> void bytes_of_1_0_are_read(String name, Class<T> type, T value) throws IOException {
    assertThat(StateBytes.read("1.0", name, Codec.of(type), value)).isEqualTo(value);
  }
}
