package org.tocsin.local.up;

/** A part of the running centre. */
public interface Part {

  /** Ends it and waits until it has ended. */
  void stop() throws Exception;
}
