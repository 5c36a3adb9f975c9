package org.tocsin.console.delivery;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * TLS from the first byte. The library's own asks nobody whether the certificate is the host's, so
 * that any trusted one would do.
 *
 * @param trust decides whom to believe
 */
record TlsSocket(SSLSocketFactory trust) implements ConnectionFactory {

  /**
   * @throws IOException also when the certificate is not trusted or does not name the host
   */
  @Override
  public Connection createConnection(String host, int port) throws IOException {
    return PlainSocket.closedOnFailure(
        PlainSocket.open(host, port), plain -> new SocketConnection(wrapped(plain, host, port)));
  }

  private Socket wrapped(Socket plain, String host, int port) throws IOException {
    SSLSocket socket = (SSLSocket) trust.createSocket(plain, host, port, /* autoClose= */ true);
    SSLParameters parameters = socket.getSSLParameters();
    // RFC 2818: the name in the certificate is the host's.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    // Here rather than at the first write, so that a refused certificate is told as that.
    socket.startHandshake();
    return socket;
  }
}
