package org.tocsin.local.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.tocsin.console.PortTakenException;
import org.tocsin.local.CannotRun;

/** Whoever is told of a taken port is told what to do, in one sentence. */
class PortsTest {

  @Test
  void aPortThatIsTakenWhenLookedAt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port, "--port N"))
          .isInstanceOf(CannotRun.class)
          .hasMessage("port %d is taken; choose another with --port N", port);
    }
  }

  @Test
  void aPortThatIsTakenBetweenTheLookAndTheStart() {
    PortTakenException late = new PortTakenException(8080, new BindException("in use"));

    assertThatThrownBy(
            () ->
                Centre.startDesk(
                    () -> {
                      throw late;
                    }))
        .isInstanceOf(CannotRun.class)
        .hasMessage("port 8080 is taken; choose another with --port N");
  }

  @Test
  void aPortThatThereIsNot() {
    assertThatThrownBy(() -> Ports.requireFree(70_000, "--port N"))
        .isInstanceOf(CannotRun.class)
        .hasMessageStartingWith("port 70000 cannot be used");
  }

  @Test
  void aFreePortIsLeftFree() {
    int port = Ports.free();

    assertThatCode(() -> Ports.requireFree(port, "--port N")).doesNotThrowAnyException();
    assertThatCode(() -> Ports.requireFree(port, "--port N")).doesNotThrowAnyException();
  }
}
