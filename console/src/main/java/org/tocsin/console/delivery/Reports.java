package org.tocsin.console.delivery;

/** Where a channel says later what became of what it accepted. */
public interface Reports {

  /**
   * @param reference the channel's own id
   * @param result a result of the contract's outcomes
   * @param problem stable code of why not; null when nothing is wrong
   */
  void ofReference(String channel, String reference, String result, String problem);
}
