package org.tocsin.core.warning;

/** How grave a warning is; from it follow the times of domain/dissuasion.md. In rising order. */
public enum Grade {
  LOW,
  MEDIUM,
  HIGH,
  URGENT
}
