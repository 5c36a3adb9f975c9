package org.tocsin.core.profile;

import org.tocsin.core.rulebook.Rulebook;

/** Remembers when the account last paid a merchant: weeks matter, so hours are near enough. */
final class Purchases implements AccountObserver {

  private static final long serialVersionUID = 1L;
  private static final long NEAR_ENOUGH_MILLIS = 6 * 3_600_000L;

  @Override
  public AccountProfile observe(
      AccountProfile profile, Movement moved, Movement before, Rulebook rules, Told told) {
    return !moved.in()
            && moved.merchant()
            && moved.settled()
            && moved.time() >= profile.purchaseAt() + NEAR_ENOUGH_MILLIS
        ? AccountProfileBuilder.builder(profile).purchaseAt(moved.time()).build()
        : profile;
  }

  /** Null when none was seen. */
  static Long last(AccountProfile profile) {
    return profile.purchaseAt() == 0 ? null : (Long) profile.purchaseAt();
  }
}
