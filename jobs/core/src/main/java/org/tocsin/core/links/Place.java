package org.tocsin.core.links;

import java.util.List;

/**
 * One account of a trace: what came, what is left, what went where nobody follows.
 *
 * @param account its token
 * @param owner person; null while unknown
 * @param hop transfers from the victim
 * @param hops what came, tainted, in time order
 * @param exits transfers to shops and exchanges, and what they gave back
 * @param leftMinor of the victim's money, still there
 * @param cashMinor of it, withdrawn
 * @param exitMinor of it, paid to shops and exchanges and not given back
 * @param hub so many transfers pass through that the money is not followed further
 */
public record Place(
    String account,
    String owner,
    int hop,
    List<Link.Hop> hops,
    List<Link.Hop> exits,
    long leftMinor,
    long cashMinor,
    long exitMinor,
    boolean hub) {

  /** Of the victim's money, minor units. */
  long cameMinor() {
    return hops.stream().mapToLong(Link.Hop::taintedMinor).sum();
  }
}
