package org.tocsin.core.signal;

/**
 * The vocabulary of single observations. State stores the ordinal: new kinds go at the end, and a
 * kind is never removed.
 */
public enum SignalKind {
  /**
   * A phone was called by one it did not know: neither among its calls of the last 90 days nor
   * trusted. {@code endTime} is the call's end, {@link Signal#ONGOING} while it lasts.
   */
  UNKNOWN_CALL,
  /** Call forwarding was switched on. */
  FORWARDING_ON,
  /** A payment (settled or announced) to a payee this account had not paid before. */
  NEW_PAYEE_PAYMENT,
  /** Money came in by transfer from an account that had not paid this one before. */
  NEW_PAYER_INCOME,
  /** A loan was paid out to this account; {@code other} is the lender. */
  LOAN_IN,
  /** Own transfers from several banks were gathered into this account. */
  GATHERING,
  /** Nearly all of a large income left within minutes. */
  FAST_OUT,
  /** A phone calls many different numbers once. */
  FAN_OUT,
  /** One contact phone or device stands on the openings of several persons. */
  SHARED_CONTACT,
  /** The centre tried to reach the person and did not: busy, evaded, forwarded or no answer. */
  CONTACT_FAILED,
  /** Somebody applied for a card; {@code other} is the card when it is open already. */
  CARD_APPLICATION,
  /** Somebody applied at many institutions, or for many cards, in a short time. */
  CARD_BURST,
  /** One more card than the law lets a person have with one operator or bank. */
  OVER_QUOTA,
  /** Several persons who belong together applied at one outlet at the same time. */
  GROUP_OPENING,
  /** Somebody on the list of punished persons applied for a card. */
  PUNISHED_APPLICANT,
  /** Somebody who was refused applied again. */
  REFUSED_AGAIN,
  /** A phone was called by a listed number, known to it or not; ends as an unknown call does. */
  LISTED_CALL,
  /**
   * A young account was tried with small change, and a large sum came in. {@code count}: small
   * payments in. Of this kind and the other flows of money through an account, {@code amountMinor}
   * is what came in, {@code balanceMinor} what of it has not been passed on, {@code other} who paid
   * first; {@link Trait#WATCH_ONLY} while the flow can be told only from how it begins.
   */
  TEST_BURST,
  /** Several strangers' money went on to one or two. {@code count}: payers. */
  MANY_TO_FEW,
  /** A large sum was split over many payees. {@code count}: payees. */
  ONE_TO_MANY,
  /** Money came to an account without movements for months. {@code count}: days it slept. */
  WOKEN,
  /** Money that came in was drawn as cash, machine after machine. {@code count}: machines. */
  CASHED_OUT,
  /** Strangers' money was turned into gold, shop after shop. {@code count}: shops. */
  GOLD_RUN,
  /** Several strangers' money went to an exchange in a round sum. {@code count}: payers. */
  EXCHANGE_CYCLE,
  /** Small purchases stood between a large income and its passing on. {@code count}: purchases. */
  EVASION,
  /**
   * Small change went to and fro between young accounts. {@code count}: transfers with {@code
   * other}, {@code amountMinor} came from it, {@code balanceMinor} went to it.
   */
  COUPLING,
  /** The contact phone or device of a bank card was changed. */
  CONTACT_CHANGED,
  /** A payment to a payee this account had not paid before was declined. */
  PAYMENT_FAILED,
  /** Money came in from another account that is, by the records, of the same person. */
  OWN_MONEY_IN,
  /** A SIM opened days ago calls many numbers. */
  NEW_SIM_BURST,
  /** A phone calls much and is called back by next to nobody. */
  NO_CALLBACK,
  /** A SIM calls much after months of silence. */
  SIM_WOKEN,
  /** A forwarded phone is called by many that it does not know. */
  RELAY,
  /** A SIM was replaced, or moved to another handset. */
  SIM_CHANGED,
  /** A SIM that a box may hold: others in its handset, many handsets, or always at one cell. */
  SIM_BOX,
  /** A young SIM among others opened in the same days that call from the same cell. */
  SIM_COHORT,
  /**
   * A small payment to somebody new came back, as much or somewhat more, from another account;
   * {@code amountMinor} is what came back, {@code count} what was paid, both in minor units.
   */
  SUM_RETURNED,
  /** A large payment (settled or announced) to a person whom this account first paid lately. */
  LARGE_PAYMENT,
  /** A deposit was redeemed. */
  DEPOSIT_REDEEMED,
  /** A larger sum was drawn in cash. */
  CASH_OUT,
  /** A larger sum was paid to a jeweller. */
  GOLD_BOUGHT
}
