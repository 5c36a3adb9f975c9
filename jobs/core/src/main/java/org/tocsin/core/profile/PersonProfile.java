package org.tocsin.core.profile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What is known of a person beside their cards' own profiles.
 *
 * @param cards card records, in event-time order; bounded by {@link CardRecords#CARDS_MAX}
 * @param punished on the list of punished persons; null when not
 */
@RecordBuilder
public record PersonProfile(String token, Seen seen, List<CardRecord> cards, Punished punished)
    implements Profile {

  public PersonProfile {
    seen = seen == null ? Seen.NOTHING : seen;
    cards = cards == null ? List.of() : cards;
  }

  /**
   * Why no new card is due.
   *
   * @param at when it was said, epoch milliseconds
   * @param until epoch milliseconds; {@code Long.MAX_VALUE} when without end
   */
  public record Punished(String source, String eventId, long at, long until) {}

  public static PersonProfile unknown(String token) {
    return new PersonProfile(token, null, null, null);
  }
}
