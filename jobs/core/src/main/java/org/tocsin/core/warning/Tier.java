package org.tocsin.core.warning;

/** How a team approaches the person. In rising order. */
public enum Tier {
  SMS,
  CALL,
  IN_PERSON
}
