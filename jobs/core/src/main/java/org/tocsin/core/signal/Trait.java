package org.tocsin.core.signal;

/** What else was seen with a signal. State stores the ordinal: new traits go at the end. */
public enum Trait {
  /** The call came from abroad. */
  FOREIGN,
  /** The call came over the internet. */
  VOIP,
  /** The payment is announced and has not settled. */
  PENDING,
  /** The payment was declined. */
  DECLINED,
  /** The subject's card or account is young by the rulebook. */
  YOUNG,
  /** On the lower, watching threshold of its kind only. */
  WATCH_ONLY,
  /** Both sides are the same person's. */
  OWN,
  /** The payee has been paid often before, so the payment is no sign; kept to say why not. */
  KNOWN_PAYEE,
  /** The other side was new a short while ago and has been dealt with since. */
  REPEATED,
  /** What was told is undone: the payment was declined or reversed. */
  REVERSED,
  /** The subject's account is a company's or a merchant's. */
  BUSINESS,
  /** The payee is a registered merchant. */
  MERCHANT,
  /** This account has done the same on several earlier days: its own past, no deviation. */
  HABIT,
  /** The money came from and went to accounts that this one had not dealt with before. */
  STRANGERS,
  /** The account's balance afterwards was not reported. */
  BALANCE_UNKNOWN,
  /** The subject itself is trusted. */
  TRUSTED,
  /** The other side is no stranger: money has gone the other way between the two before. */
  RELATED,
  /** The subject's account is a company's (not a shop's, not an exchange's). */
  COMPANY,
  /** The card is applied for outside the person's home province, where nothing binds them yet. */
  OUT_OF_PROVINCE,
  /** What binds a group is the province they come from. */
  SAME_PROVINCE,
  /** What binds a group is whoever came along. */
  SAME_COMPANION,
  /** What binds a group is a contact phone or device. */
  SAME_CONTACT,
  /** It is about SIMs; without it, about bank cards or about both. */
  SIM_CARDS,
  /** The SIM is the same and the handset another. */
  OTHER_HANDSET,
  /** Several SIMs were in one handset. */
  SHARED_HANDSET,
  /** One SIM was in many handsets. */
  MANY_HANDSETS,
  /** All calls were made at one cell. */
  ONE_PLACE,
  /** This account had made a small payment by code or to a merchant shortly before. */
  AFTER_SCAN,
  /** Paid by scanning a code. */
  SCANNED,
  /** From a device not used on this account in the days before, where others were. */
  ODD_DEVICE,
  /** At an hour at which the account did not pay in the days before, though it paid often. */
  ODD_HOUR,
  /** From a region other than those the account paid from in the days before. */
  ODD_REGION,
  /** What came back had been paid to a company or an exchange. */
  TO_FIRM
}
