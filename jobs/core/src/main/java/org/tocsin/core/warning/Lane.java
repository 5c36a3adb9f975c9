package org.tocsin.core.warning;

/** What kind of suspect a warning is about. */
public enum Lane {
  VICTIM,
  MULE,
  OPENING
}
