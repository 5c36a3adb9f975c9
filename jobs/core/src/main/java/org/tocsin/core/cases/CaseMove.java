package org.tocsin.core.cases;

import static org.tocsin.core.cases.CaseState.CLOSED;
import static org.tocsin.core.cases.CaseState.CONTACTED;
import static org.tocsin.core.cases.CaseState.DISSUADED;
import static org.tocsin.core.cases.CaseState.FOLLOWED_UP;
import static org.tocsin.core.cases.CaseState.ON_WATCH;
import static org.tocsin.core.cases.CaseState.OPEN;
import static org.tocsin.core.cases.CaseState.REOPENED;
import static org.tocsin.core.cases.CaseState.SUPERVISED;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The moves in the life of a case, and the one door through which its state changes.
 *
 * <pre>
 *                WARN             REACH               CONVINCE              FOLLOW_UP
 *   (no case) ────────► OPEN ─────────────► CONTACTED ──────────► DISSUADED ────────────► FOLLOWED_UP
 *       │                 ▲                     │                     │                        │
 *       │                 └──── WARN, CLIMB ────┘                     └───────── WARN ─────────┤
 *       │ WATCH                                                                                ▼
 *       ▼                                                    CLOSED ──── WARN, REOPEN ──► REOPENED
 *   ON_WATCH ── WARN ──► OPEN
 *
 *   from every state but CLOSED:   WATCH, DOUBT ──► ON_WATCH
 *                                  SUPERVISE ─────► SUPERVISED
 *                                  CLOSE ─────────► CLOSED
 *   as from OPEN:                  ON_WATCH, SUPERVISED, REOPENED ── REACH ──► CONTACTED
 *                                  ON_WATCH, SUPERVISED, REOPENED ── CONVINCE ──► DISSUADED
 * </pre>
 *
 * The whole matrix is in docs/reference/case-lifecycle.md and is checked against this class. CLIMB
 * stays where it is, but that a person spoken to has to be reached anew; overdue, snoozed and mine
 * are derived from tasks and are no states.
 */
public enum CaseMove {
  /** A warning asks for action. */
  WARN("a warning asks for action"),
  /** Nobody acts, the next sign counts: only watched, or given up after supervision. */
  WATCH("only watched from here: a watch-only warning, an SMS sent, or given up"),
  /** Unreached or unconvinced: the next tier begins. */
  CLIMB("unreached or unconvinced, the next tier begins"),
  /** The person was spoken to. */
  REACH("the person was spoken to"),
  /** The person does not pay: convinced, or has paid and knows. */
  CONVINCE("the person is convinced, or has paid and knows it now"),
  /** The person was spoken to and does not believe it. */
  DOUBT("the person was spoken to and does not believe it"),
  /** The process ran out: nobody reached the person in time or at all. */
  SUPERVISE("the process ran out, the level above takes it"),
  /** A follow-up reached the person. */
  FOLLOW_UP("a follow-up reached the person"),
  /** Nothing is left to do. */
  CLOSE("nothing is left to do"),
  /** Later word contradicts the closing. */
  REOPEN("later word contradicts the closing");

  private static final Map<CaseMove, Map<CaseState, CaseState>> MOVES =
      new EnumMap<>(CaseMove.class);

  static {
    WARN.from(OPEN, OPEN).from(CONTACTED, OPEN).from(ON_WATCH, OPEN);
    WARN.from(SUPERVISED, SUPERVISED).from(REOPENED, REOPENED);
    WARN.from(DISSUADED, REOPENED).from(FOLLOWED_UP, REOPENED).from(CLOSED, REOPENED);

    WATCH.from(OPEN, ON_WATCH).from(REOPENED, ON_WATCH).from(SUPERVISED, ON_WATCH);
    WATCH.from(CONTACTED, ON_WATCH).from(DISSUADED, ON_WATCH).from(FOLLOWED_UP, ON_WATCH);
    WATCH.from(ON_WATCH, ON_WATCH);

    CLIMB.from(OPEN, OPEN).from(CONTACTED, OPEN).from(ON_WATCH, ON_WATCH);
    CLIMB.from(SUPERVISED, SUPERVISED).from(REOPENED, REOPENED);

    REACH.from(OPEN, CONTACTED).from(REOPENED, CONTACTED).from(SUPERVISED, CONTACTED);
    REACH.from(ON_WATCH, CONTACTED).from(CONTACTED, CONTACTED);
    REACH.from(DISSUADED, DISSUADED).from(FOLLOWED_UP, FOLLOWED_UP);

    CONVINCE.from(OPEN, DISSUADED).from(REOPENED, DISSUADED).from(SUPERVISED, DISSUADED);
    CONVINCE.from(ON_WATCH, DISSUADED).from(CONTACTED, DISSUADED);
    CONVINCE.from(DISSUADED, DISSUADED).from(FOLLOWED_UP, FOLLOWED_UP);

    DOUBT.from(OPEN, ON_WATCH).from(REOPENED, ON_WATCH).from(SUPERVISED, ON_WATCH);
    DOUBT.from(CONTACTED, ON_WATCH).from(DISSUADED, ON_WATCH).from(FOLLOWED_UP, ON_WATCH);
    DOUBT.from(ON_WATCH, ON_WATCH);

    SUPERVISE.from(OPEN, SUPERVISED).from(REOPENED, SUPERVISED).from(CONTACTED, SUPERVISED);
    SUPERVISE.from(ON_WATCH, SUPERVISED).from(DISSUADED, SUPERVISED);
    SUPERVISE.from(FOLLOWED_UP, SUPERVISED).from(SUPERVISED, SUPERVISED);

    FOLLOW_UP.from(DISSUADED, FOLLOWED_UP).from(FOLLOWED_UP, FOLLOWED_UP);
    FOLLOW_UP.from(ON_WATCH, ON_WATCH).from(CONTACTED, CONTACTED);
    FOLLOW_UP.from(OPEN, CONTACTED).from(REOPENED, CONTACTED).from(SUPERVISED, CONTACTED);

    for (CaseState state : CaseState.values()) {
      if (state != CLOSED) {
        CLOSE.from(state, CLOSED);
      }
    }
    REOPEN.from(CLOSED, REOPENED);
  }

  private final String says;

  CaseMove(String says) {
    this.says = says;
  }

  private CaseMove from(CaseState from, CaseState to) {
    MOVES.computeIfAbsent(this, move -> new EnumMap<>(CaseState.class)).put(from, to);
    return this;
  }

  /** One line for the reference page. */
  public String says() {
    return says;
  }

  /**
   * Where the move leads; empty when it is not legal.
   *
   * @param from null when there is no case yet
   */
  public Optional<CaseState> to(CaseState from) {
    if (from == null) {
      return switch (this) {
        case WARN -> Optional.of(OPEN);
        case WATCH -> Optional.of(ON_WATCH);
        default -> Optional.empty();
      };
    }
    return Optional.ofNullable(MOVES.get(this).get(from));
  }

  /**
   * The guarded door.
   *
   * @param from null when there is no case yet
   * @throws IllegalStateException when the move is not legal, always a fault of ours
   */
  CaseState pass(CaseState from) {
    return to(from)
        .orElseThrow(() -> new IllegalStateException("no move " + this + " from " + from));
  }
}
