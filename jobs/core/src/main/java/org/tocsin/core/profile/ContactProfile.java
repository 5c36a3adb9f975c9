package org.tocsin.core.profile;

import java.util.List;

/**
 * Who gave one contact phone or device with a card.
 *
 * @param uses the latest, in event-time order, one for each person and card record
 */
public record ContactProfile(String token, Seen seen, List<Use> uses) implements Profile {

  public ContactProfile {
    seen = seen == null ? Seen.NOTHING : seen;
  }

  /**
   * @param excused a proxy for a minor or an elderly person, or a batch by an organiser
   */
  public record Use(
      String person, long time, String source, String eventId, boolean excused, String region) {}

  public static ContactProfile unknown(String token) {
    return new ContactProfile(token, null, List.of());
  }
}
