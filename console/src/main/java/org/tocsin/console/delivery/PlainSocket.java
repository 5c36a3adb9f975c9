package org.tocsin.console.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/** TCP as it is. The library's own would wait for a silent host as long as the system does. */
final class PlainSocket {

  private static final int CONNECT_MILLIS = 5_000;

  private PlainSocket() {}

  static Connection connection(String host, int port) throws IOException {
    return closedOnFailure(open(host, port), SocketConnection::new);
  }

  /** Connected; reading from it gives up after as long as connecting does. */
  static Socket open(String host, int port) throws IOException {
    return closedOnFailure(
        new Socket(),
        socket -> {
          socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
          socket.setSoTimeout(CONNECT_MILLIS);
          return socket;
        });
  }

  /** What is made over a socket. */
  interface Step<T> {
    T over(Socket socket) throws IOException;
  }

  static <T> T closedOnFailure(Socket socket, Step<T> step) throws IOException {
    try {
      return step.over(socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
