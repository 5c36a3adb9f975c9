package org.tocsin.core.signal;

/** What else was seen with a signal. State stores the ordinal: new traits go at the end. */
public enum Trait {
  /** The call came from abroad. */
  FOREIGN,
  /** The call came over the internet. */
  VOIP,
  /** The payment is announced and has not settled. */
  PENDING,
  /** The payment was declined. */
  DECLINED,
  /** The subject's card or account is young by the rulebook. */
  YOUNG,
  /** On the lower, watching threshold of its kind only. */
  WATCH_ONLY
}
