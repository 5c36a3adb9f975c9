package org.tocsin.console.delivery;

/**
 * How to reach a message centre.
 *
 * @param port 1–65535
 * @param systemId at most 15 characters
 * @param password at most 8 characters, as SMPP 3.4 allows; may be empty
 * @param sender a short number or up to 11 letters, what the person sees as the sender
 * @param tls whether the centre is spoken to over TLS; its certificate must be trusted by the JVM
 *     and name the host. Without it the line itself must be private
 */
public record SmppSettings(
    String host, int port, String systemId, String password, String sender, boolean tls) {

  public SmppSettings {
    require(host != null && !host.isBlank(), "the SMPP host is missing");
    require(port > 0 && port <= 65_535, "the SMPP port must be 1–65535");
    require(
        systemId != null && systemId.length() <= 15, "an SMPP system id has at most 15 letters");
    require(password.length() <= 8, "an SMPP password has at most 8 characters");
    require(sender != null && sender.length() <= 20, "an SMPP sender has at most 20 digits");
  }

  boolean senderIsNumber() {
    return sender.chars().allMatch(Character::isDigit);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (tls ? "SMPP over TLS " : "SMPP ") + systemId + "@" + host + ":" + port;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
