package org.tocsin.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.console.fixture.Certificates;
import org.tocsin.console.standin.StandInCarrier;

/** SMS leave over TLS to the message centre that is meant, and to no other. */
class SmppOverTlsTest {

  private static final String HOST = "localhost";
  private static final Message MESSAGE =
      new Message(
          "t-1-1", Delivery.Kind.SMS, "p-1", "96110", "zh", Instant.parse("2026-03-11T10:00:00Z"));

  @TempDir private Path folder;

  private final List<String> reported = new CopyOnWriteArrayList<>();
  private StandInCarrier carrier;
  private SmppChannel channel;

  @AfterEach
  void stop() {
    if (channel != null) {
      channel.close();
    }
    carrier.close();
  }

  private void carrier(ServerSocketFactory sockets) throws IOException {
    carrier = StandInCarrier.start(0, 0, sockets);
  }

  private SmppSettings settings(boolean tls) {
    return new SmppSettings(HOST, carrier.smppPort(), "tocsin", "secret", "96110", tls);
  }

  private Channel.Answer send(boolean tls, SSLContext trust) {
    channel =
        new SmppChannel(
            settings(tls),
            trust.getSocketFactory(),
            person -> Optional.of("8613000000000"),
            (name, reference, result, problem) -> reported.add(result));
    return channel.send(MESSAGE);
  }

  private void assertRefused(SSLContext trust, String why) {
    assertThatThrownBy(
            () ->
                new TlsSocket(trust.getSocketFactory()).createConnection(HOST, carrier.smppPort()))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining(why);
    assertThat(send(true, trust)).isEqualTo(new Channel.Answer.Later("NO_ANSWER_FROM_CHANNEL"));
    assertThat(carrier.taken()).isEmpty();
  }

  @Test
  void anSmsIsTakenAndItsReceiptComesBack() throws IOException {
    Certificates own = Certificates.of(folder, HOST);
    carrier(own.owner().getServerSocketFactory());

    assertThat(send(true, own.believer())).isInstanceOf(Channel.Answer.Accepted.class);

    await().atMost(Duration.ofSeconds(20)).until(() -> reported.contains("DELIVERED"));
    assertThat(carrier.taken()).hasSize(1);
  }

  @Test
  void aCertificateThatNobodyTrustsEndsTheConnection() throws IOException {
    carrier(Certificates.of(folder, HOST).owner().getServerSocketFactory());

    assertRefused(Certificates.of(folder, HOST).believer(), "PKIX");
  }

  @Test
  void aTrustedCertificateOfAnotherHostEndsTheConnection() throws IOException {
    Certificates other = Certificates.of(folder, "sms.other.example");
    carrier(other.owner().getServerSocketFactory());

    assertRefused(other.believer(), HOST);
  }

  @Test
  void aCentreThatOnlySpeaksPlainIsNotSpokenToInPlain() throws IOException {
    carrier(ServerSocketFactory.getDefault());

    assertThat(send(true, Certificates.of(folder, HOST).believer()))
        .isEqualTo(new Channel.Answer.Later("NO_ANSWER_FROM_CHANNEL"));
    assertThat(carrier.taken()).isEmpty();
  }

  @Test
  void theLogTellsWhetherItIsTlsAndNeverThePassword() throws IOException {
    carrier(ServerSocketFactory.getDefault());

    assertThat(settings(true).toString()).contains("TLS").doesNotContain("secret");
    assertThat(settings(false).toString()).doesNotContain("TLS");
  }
}
