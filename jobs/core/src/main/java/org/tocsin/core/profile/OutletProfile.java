package org.tocsin.core.profile;

import java.util.List;

/**
 * Who applied for a card at one outlet.
 *
 * @param visits the latest, in event-time order; bounded by {@link OutletFold#VISITS_MAX}
 */
public record OutletProfile(String token, Seen seen, List<Visit> visits) implements Profile {

  public OutletProfile {
    seen = seen == null ? Seen.NOTHING : seen;
    visits = visits == null ? List.of() : visits;
  }

  /**
   * @param opened the card was opened; otherwise applied for
   * @param province of the person's home, when it is another one than the outlet's; null otherwise
   * @param companion hash of whoever came along; 0 when nobody
   * @param contact hash of the contact phone; 0 when not given
   * @param device hash of the device; 0 when not given
   * @param excused has a proxy for their age
   */
  public record Visit(
      String person,
      long time,
      String source,
      String eventId,
      boolean opened,
      String province,
      long companion,
      long contact,
      long device,
      boolean excused,
      String region) {}

  public static OutletProfile unknown(String token) {
    return new OutletProfile(token, null, null);
  }
}
