package org.tocsin.core.cases;

/** Where a case stands. The legal moves and their drawing are in the life-cycle's class. */
public enum CaseState {
  OPEN,
  CONTACTED,
  DISSUADED,
  ON_WATCH,
  SUPERVISED,
  FOLLOWED_UP,
  CLOSED,
  REOPENED
}
