package org.tocsin.core.signal;

import org.tocsin.core.event.CardOpening;
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
        Message.PayeeKnownTold,
        Message.SimSeenTold,
        Message.SegmentTold,
        Message.TieEnded,
        Message.ReportTold {

  /** The standing of an account or phone, whenever it changes. */
  record StandingTold(EntityKey entity, Standing standing, long eventTime) implements Message {}

  /**
   * Whose an account or phone is from {@code eventTime} on.
   *
   * @param person null when it was closed
   * @param late whether signals of it were told before it was known whose it is
   */
  record TieTold(EntityKey entity, String person, long eventTime, boolean late) implements Message {

    public TieTold(EntityKey entity, String person, long eventTime) {
      this(entity, person, eventTime, false);
    }
  }

  /**
   * An account or phone was closed, so from {@code eventTime} on it is this person's no longer.
   *
   * @param person whose it was
   */
  record TieEnded(EntityKey entity, String person, long eventTime) implements Message {}

  /** What a team found, on its way to the person's history. */
  record OutcomeTold(Outcome outcome) implements Message {}

  /**
   * A person has paid an account often enough to know it, by one of their accounts.
   *
   * @param account the account the payments left
   * @param payee hash of the account paid
   * @param person whose {@code account} is
   * @param eventTime from when on: of the latest of the payments, or when the first is some days
   *     old, if that is later
   */
  record PayeeKnownTold(EntityKey account, long payee, String person, long eventTime)
      implements Message {}

  /**
   * A SIM was seen in a handset or at a cell. Told seldom: handsets when they change and every few
   * days, cells of young and busy SIMs only.
   *
   * @param place the handset (IMEI) or cell
   * @param time of the call, epoch milliseconds
   * @param openedAt when the SIM was opened, epoch milliseconds; null when unknown
   * @param oneWay it calls many numbers of late, and is hardly called
   * @param region where it called from, GB/T 2260; null when unknown
   */
  record SimSeenTold(
      EntityKey place,
      String phone,
      long time,
      Long openedAt,
      boolean oneWay,
      String region,
      Evidence evidence)
      implements Message {}

  /**
   * To which segment of the population a person belongs, as a card's record says.
   *
   * @param eventTime of the record, epoch milliseconds: the latest counts
   */
  record SegmentTold(String person, CardOpening.Segment segment, long eventTime)
      implements Message {}

  /**
   * A person reports a fraud, or another centre warns of one, at {@code eventTime}.
   *
   * @param payee account that is said to have been paid; null when none is named
   */
  record ReportTold(String person, long eventTime, String payee) implements Message {}
}
