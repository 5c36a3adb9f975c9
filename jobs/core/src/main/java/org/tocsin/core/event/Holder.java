package org.tocsin.core.event;

/** Who holds an account, as the reporting bank knows it. */
public enum Holder {
  PERSON,
  COMPANY,
  MERCHANT,
  EXCHANGE
}
