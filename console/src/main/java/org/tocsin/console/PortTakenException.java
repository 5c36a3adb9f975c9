package org.tocsin.console;

/** Another program already listens on the port the console was told to use. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int port;

  public PortTakenException(int port, Throwable cause) {
    super(
        "Port "
            + port
            + " is already in use by another program. Stop that program or choose another port.",
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
