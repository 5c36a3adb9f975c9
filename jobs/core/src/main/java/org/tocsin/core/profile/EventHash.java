package org.tocsin.core.profile;

import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Transaction;

/** 64-bit hashes that are the same on every machine and cheap enough for every record. */
public final class EventHash {

  private static final long PRIME = 0x100000001b3L;
  private static final long START = 0xcbf29ce484222325L;

  private EventHash() {}

  /** Of the pair that makes a record unique in its stream. */
  static long identity(Event event) {
    return finish(text(text(START + event.stream().ordinal(), event.source()), event.eventId()));
  }

  /** Of what a record says, the identity aside. */
  static long content(Event event) {
    long hash = START ^ event.eventTime();
    if (event instanceof Transaction t) {
      hash = number(hash, t.amountMinor());
      hash = number(hash, t.kind().ordinal());
      hash = number(hash, t.result().ordinal());
      hash = text(text(hash, t.payerAccount()), t.payeeAccount());
      hash = number(hash, t.payerBalanceMinor() == null ? -1 : t.payerBalanceMinor());
      hash = number(hash, t.payeeBalanceMinor() == null ? -1 : t.payeeBalanceMinor());
    } else if (event instanceof Call c) {
      hash = number(hash, c.kind().ordinal());
      hash = text(text(hash, c.caller()), c.callee());
      hash = number(hash, c.durationSeconds() == null ? -1 : c.durationSeconds());
    } else if (event instanceof CardOpening o) {
      hash = number(hash, o.step().ordinal());
      hash = text(text(text(hash, o.person()), o.account()), o.phone());
      hash = text(hash, o.contactPhone());
    } else if (event instanceof Clue c) {
      hash = number(hash, c.kind().ordinal());
      hash = text(text(text(hash, c.phone()), c.account()), c.person());
    } else if (event instanceof Outcome o) {
      hash = number(hash, o.step().ordinal());
      hash = number(hash, o.result().ordinal());
      hash = number(hash, o.conclusion() == null ? -1 : o.conclusion().ordinal());
    }
    return finish(hash);
  }

  /** Of a token. */
  public static long token(String token) {
    return finish(text(START, token));
  }

  private static long text(long start, String text) {
    long hash = start * PRIME;
    if (text == null) {
      return hash;
    }
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static long number(long start, long number) {
    return (start ^ number) * PRIME * PRIME;
  }

  private static long finish(long raw) {
    long hash = raw ^ (raw >>> 32);
    hash *= 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }
}
