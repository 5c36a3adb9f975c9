package org.tocsin.core.profile;

import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Stream;
import org.tocsin.core.signal.Evidence;

/**
 * What is kept of a card record of a person.
 *
 * @param token of the account or phone; null when it was not given
 * @param accountClass null when it was not given
 * @param region of the outlet, GB/T 2260; null when unknown
 * @param away the person's home is known to be in another province than the outlet
 * @param organised a school or company opens in a batch
 */
public record CardRecord(
    String source,
    String eventId,
    long time,
    CardOpening.Card card,
    CardOpening.Step step,
    CardOpening.AccountClass accountClass,
    String token,
    String region,
    boolean away,
    boolean organised) {

  private static final int PROVINCE_DIGITS = 2;

  static CardRecord of(CardOpening opening) {
    boolean bank = opening.card() == CardOpening.Card.BANK;
    String home = province(opening.homeRegion());
    String here = province(opening.region());
    return new CardRecord(
        opening.source(),
        opening.eventId(),
        opening.eventTime(),
        opening.card(),
        opening.step(),
        opening.accountClass(),
        bank ? opening.account() : opening.phone(),
        opening.region(),
        home != null && here != null && !home.equals(here),
        opening.organiser() != null);
  }

  /** The first two digits of a region's code; null when unknown. */
  static String province(String region) {
    return region == null || region.length() < PROVINCE_DIGITS
        ? null
        : region.substring(0, PROVINCE_DIGITS);
  }

  boolean isSim() {
    return card == CardOpening.Card.SIM;
  }

  boolean isOpen() {
    return step == CardOpening.Step.OPENED;
  }

  /** Of one card with one institution; a card without a token is its own. */
  String cardKey() {
    return token == null ? source + '/' + eventId : token;
  }

  boolean sameCounter(CardRecord other) {
    return card == other.card && source.equals(other.source);
  }

  Evidence evidence(String what) {
    return new Evidence(Stream.CARD_OPENING, source, eventId, time, what);
  }
}
