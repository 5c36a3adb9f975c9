package org.tocsin.console.intake;

/** A record that can be decoded but lacks what the desk needs; it is counted and passed over. */
final class UnusableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableRecordException(String message) {
    super(message);
  }
}
