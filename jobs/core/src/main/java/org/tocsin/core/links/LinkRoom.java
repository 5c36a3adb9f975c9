package org.tocsin.core.links;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What fits into one record of {@code links.v1}. A broker takes 1 MiB unless told otherwise, and
 * one that it refuses ends the job, again after each restart. What is left out is what carries
 * least of the money.
 */
final class LinkRoom {

  /** Of a record for the transfers, and as much for the accounts: two fifths of 1 MiB each. */
  static final int PART_BYTES = 400_000;

  /** Names of fields, numbers, and the sentence about an account. */
  private static final int HOP_BYTES = 40;

  private static final int PLACE_BYTES = 400;

  private static final Comparator<Link.Hop> MOST_MONEY =
      Comparator.comparingLong(Link.Hop::taintedMinor)
          .reversed()
          .thenComparing(Link.Hop::eventTime)
          .thenComparing(Link.Hop::eventId)
          .thenComparing(Link.Hop::to);

  private static final Comparator<Place> MOST_CAME =
      Comparator.comparingLong(Place::cameMinor).reversed().thenComparing(Place::account);

  private LinkRoom() {}

  static List<Link.Hop> hops(List<Link.Hop> all) {
    return fitting(all, MOST_MONEY, LinkRoom::bytes);
  }

  /** In the order they were in. */
  static List<Place> places(List<Place> all) {
    List<Place> kept = fitting(all, MOST_CAME, LinkRoom::bytes);
    if (kept.size() == all.size()) {
      return all;
    }
    Set<Place> told = new HashSet<>(kept);
    return all.stream().filter(told::contains).toList();
  }

  private static <T> List<T> fitting(List<T> all, Comparator<T> order, ToIntFunction<T> bytes) {
    if (all.stream().mapToLong(bytes::applyAsInt).sum() <= PART_BYTES) {
      return all;
    }
    List<T> kept = new ArrayList<>();
    long left = PART_BYTES;
    for (T each : all.stream().sorted(order).toList()) {
      left -= bytes.applyAsInt(each);
      if (left < 0) {
        break;
      }
      kept.add(each);
    }
    return kept;
  }

  private static int bytes(Link.Hop hop) {
    return HOP_BYTES + utf8(hop.from()) + utf8(hop.to()) + utf8(hop.eventId());
  }

  /** Once as a member, once as a proposal, and its owner as another member. */
  private static int bytes(Place place) {
    return PLACE_BYTES + 2 * utf8(place.account()) + utf8(place.owner());
  }

  private static int utf8(String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
