package org.tocsin.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.tocsin.local.CannotRun;

/** Ports on loopback, the only interface the centre listens on. */
final class Ports {

  static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /** A port nobody listens on now. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses in one sentence when somebody listens on the port already. */
  static void requireFree(int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
    } catch (BindException e) {
      throw taken(port, option, e);
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotRun(
          "port %d cannot be used (%s); choose another with %s"
              .formatted(port, e.getMessage(), option),
          e);
    }
  }

  /** Somebody else listens there: one sentence, and what to do. */
  static CannotRun taken(int port, String option, Exception e) {
    return new CannotRun("port %d is taken; choose another with %s".formatted(port, option), e);
  }
}
