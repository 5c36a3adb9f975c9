package org.tocsin.core.event;

/**
 * One accepted input record. Fields carry the contract's names and units: times are epoch
 * milliseconds, amounts whole minor units (fen), tokens opaque. A {@code null} field was absent.
 */
public sealed interface Event permits Transaction, Call, CardOpening, Clue, Outcome {

  /** 1–64 characters, unique within {@link #source()} and {@link #stream()}. */
  String eventId();

  /** The institution's code. */
  String source();

  /** When it happened, epoch milliseconds. */
  long eventTime();

  Stream stream();
}
