package org.tocsin.core.links;

import java.util.List;
import org.tocsin.core.id.SubjectKind;

/**
 * A cluster of warnings, or a fund trace; field by field as the contract has it. A line a revision,
 * each with all that is known.
 *
 * @param linkId kept through merges
 * @param revision 1, 2, … of the link
 * @param origin of a trace: the account the money was first paid to; null for a cluster
 * @param hops of a trace, in time order; empty for a cluster
 * @param proposals of a trace, most money first; empty for a cluster
 */
public record Link(
    String linkId,
    Kind kind,
    int revision,
    List<Member> members,
    String origin,
    List<Hop> hops,
    List<Proposal> proposals) {

  public Link {
    members = List.copyOf(members);
    hops = List.copyOf(hops);
    proposals = List.copyOf(proposals);
  }

  public enum Kind {
    CLUSTER,
    TRACE
  }

  /**
   * Who or what belongs to it.
   *
   * @param because why, in a sentence without tokens
   */
  public record Member(SubjectKind subjectKind, String subject, String because) {}

  /**
   * One transfer the money took.
   *
   * @param taintedMinor how much of it is the victim's
   * @param eventTime epoch milliseconds
   */
  public record Hop(
      String from,
      String to,
      String eventId,
      long amountMinor,
      long taintedMinor,
      long eventTime) {}

  /**
   * An amount to stop.
   *
   * @param order 1 first
   */
  public record Proposal(String account, long amountMinor, int order) {}
}
