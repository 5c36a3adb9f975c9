package org.tocsin.core.signal;

import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.EntityKey;

/**
 * What travels through the detection job behind the profiles: signals, and the facts that complete
 * them. New members go at the end of the clause: bytes in flight carry the place.
 */
public sealed interface Message
    permits Signal,
        Message.StandingTold,
        Message.TieTold,
        Message.OutcomeTold,
        Message.PayeeKnownTold {

  /** The standing of an account or phone, whenever it changes. */
  record StandingTold(EntityKey entity, Standing standing, long eventTime) implements Message {}

  /**
   * Whose an account or phone is from {@code eventTime} on.
   *
   * @param person null when it was closed
   */
  record TieTold(EntityKey entity, String person, long eventTime) implements Message {}

  /** What a team found, on its way to the person's history. */
  record OutcomeTold(Outcome outcome) implements Message {}

  /**
   * A person has paid an account often enough to know it, by one of their accounts.
   *
   * @param account the account the payments left
   * @param payee hash of the account paid
   * @param person whose {@code account} is
   * @param eventTime of the latest of the payments
   */
  record PayeeKnownTold(EntityKey account, long payee, String person, long eventTime)
      implements Message {}
}
