package org.tocsin.core.links;

import java.util.List;
import org.tocsin.core.signal.Evidence;

/**
 * Those who were warned of (O4) for one application at an outlet, their own or another's.
 *
 * @param members in the order in which they were told, bounded
 * @param signs what was seen on accounts of theirs, the latest
 */
public record Cohort(List<Member> members, List<Sign> signs) {

  /** As many as are kept of an outlet's visitors. */
  static final int MEMBERS_MAX = 64;

  static final int SIGNS_MAX = 4;
  static final Cohort NOTHING = new Cohort(List.of(), List.of());

  /**
   * One of the group.
   *
   * @param time of the group's last application when the person was warned of, epoch milliseconds
   * @param bound by more than a common province: the counter was advised to refuse
   * @param region of the outlet; null while unknown
   * @param opening the group's last application then
   */
  public record Member(String person, long time, boolean bound, String region, Evidence opening) {}

  /**
   * An account of one of the group showed B2.
   *
   * @param flow the transaction that completed it
   */
  public record Sign(String person, Evidence flow) {}

  /**
   * What a person's room keeps to bring the two together, whichever is told first.
   *
   * @param joined cohorts and when, the latest
   * @param sign the latest; null for none
   */
  record Ties(List<Tied> joined, Sign sign) {
    static final int JOINED_MAX = 12;
    static final Ties NOTHING = new Ties(List.of(), null);
  }

  /** One cohort of a person's. */
  record Tied(String cohort, long time) {}
}
