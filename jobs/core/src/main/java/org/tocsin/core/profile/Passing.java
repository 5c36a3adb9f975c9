package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What comes in and leaves from an anchor on, up to the first moment at which the asked share of it
 * has left.
 */
final class Passing {

  private final List<Movement> walked;
  private final Predicate<Movement> leaves;
  private final List<Movement> ins = new ArrayList<>();
  private final List<Movement> outs = new ArrayList<>();
  private long came;
  private long left;

  private Passing(List<Movement> walked, Predicate<Movement> leaves) {
    this.walked = walked;
    this.leaves = leaves;
  }

  /** From the movement at a place on, for so long. */
  static Passing from(
      AccountProfile profile, int at, long withinMillis, Predicate<Movement> leaves) {
    MovementLog movements = profile.movements();
    long end = movements.timeAt(at) + withinMillis;
    int to = at;
    while (to < movements.size() && movements.timeAt(to) <= end) {
      to++;
    }
    return new Passing(movements.subList(at, to), leaves);
  }

  /** Walks on until at least this share has left; to be asked once. */
  boolean reaches(double share) {
    for (Movement each : walked) {
      if (Flows.isIncome(each)) {
        ins.add(each);
        came += each.amountMinor();
      } else if (leaves.test(each)) {
        outs.add(each);
        left += each.amountMinor();
        if (left >= share * came) {
          return true;
        }
      }
    }
    return false;
  }

  List<Movement> ins() {
    return ins;
  }

  List<Movement> outs() {
    return outs;
  }

  /** From strangers, and at least in part to strangers. */
  boolean strangers() {
    return ins.stream().allMatch(Flows::isFromStranger)
        && outs.stream().anyMatch(Flows::isToStranger);
  }
}
