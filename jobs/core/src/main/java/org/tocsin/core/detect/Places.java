package org.tocsin.core.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;
import org.tocsin.core.stage.Turn;

/** Which SIMs share a handset (P4), or a cell and the days of their opening (P5). */
final class Places implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many SIMs in one handset: no handset, but what a carrier writes when it knows none. */
  static final int SIMS_MAX = 32;

  private static final int EVIDENCE_MAX = 8;

  private final PhoneCardRules.P4 box;
  private final PhoneCardRules.P5 cohort;

  Places(Rulebook rules) {
    this.box = rules.detection().phoneCards().p4();
    this.cohort = rules.detection().phoneCards().p5();
  }

  /**
   * @param leads those of them that are something to act upon; the others are to be watched
   */
  private record Group(List<PlaceSim> members, List<String> leads) {
    static final Group NONE = new Group(List.of(), List.of());

    boolean sameAs(Group other) {
      return leads.equals(other.leads) && phones(members).equals(phones(other.members));
    }

    boolean isLead(PlaceSim sim) {
      return leads.contains(sim.phone());
    }

    static List<String> phones(List<PlaceSim> sims) {
      return sims.stream().map(PlaceSim::phone).sorted().toList();
    }
  }

  List<PlaceSim> seen(List<PlaceSim> before, Message.SimSeenTold told, Turn<Message> turn) {
    List<PlaceSim> after = with(before, PlaceSim.of(told));
    boolean handset = told.place().kind() == EntityKind.IMEI;
    Group was = handset ? box(before) : cohort(before, told.phone());
    Group is = handset ? box(after) : cohort(after, told.phone());
    if (!is.members().isEmpty() && !is.sameAs(was)) {
      tell(told, is, handset, turn);
    }
    return after;
  }

  private List<PlaceSim> with(List<PlaceSim> before, PlaceSim sim) {
    List<PlaceSim> after = new ArrayList<>(before.size() + 1);
    PlaceSim now = sim;
    for (PlaceSim each : before) {
      if (each.phone().equals(sim.phone())) {
        now = each.and(sim);
      } else {
        after.add(each);
      }
    }
    after.add(now);
    after.sort(Comparator.comparingLong(PlaceSim::seenAt).thenComparing(PlaceSim::phone));
    long oldest = newest(after) - box.window().toMillis();
    after.removeIf(each -> each.seenAt() < oldest);
    return List.copyOf(after.subList(Math.max(0, after.size() - SIMS_MAX), after.size()));
  }

  private static long newest(List<PlaceSim> sims) {
    return sims.get(sims.size() - 1).seenAt();
  }

  /** A family's handset has several SIMs too; those of a box call one way. */
  private Group box(List<PlaceSim> sims) {
    if (sims.size() < box.simsMin() || sims.size() >= SIMS_MAX) {
      return Group.NONE;
    }
    long from = newest(sims) - box.window().toMillis();
    List<PlaceSim> oneWay = sims.stream().filter(each -> each.oneWayAt() >= from).toList();
    if (oneWay.isEmpty()) {
      return Group.NONE;
    }
    boolean lead = oneWay.size() >= box.oneWaySimsMin();
    return new Group(sims, lead ? Group.phones(oneWay) : List.of());
  }

  /** The most SIMs around this one whose openings lie close together. */
  private Group cohort(List<PlaceSim> sims, String phone) {
    List<PlaceSim> today = today(sims);
    List<PlaceSim> most = List.of();
    for (PlaceSim first : today) {
      List<PlaceSim> together =
          today.stream()
              .filter(
                  each ->
                      each.openedAt() >= first.openedAt()
                          && each.openedAt() - first.openedAt() <= cohort.openedWithin().toMillis())
              .toList();
      boolean among = together.stream().anyMatch(each -> each.phone().equals(phone));
      most = among && together.size() > most.size() ? together : most;
    }
    if (most.size() < cohort.simsMin()) {
      return Group.NONE;
    }
    // Freshmen who tell their families the new number call few: watched.
    long from = newest(sims) - cohort.window().toMillis();
    List<PlaceSim> many = most.stream().filter(each -> each.oneWayAt() >= from).toList();
    return new Group(most, many.size() < cohort.simsMin() ? List.of() : Group.phones(many));
  }

  private List<PlaceSim> today(List<PlaceSim> sims) {
    if (sims.size() < cohort.simsMin()) {
      return List.of();
    }
    long from = newest(sims) - cohort.window().toMillis();
    return sims.stream().filter(each -> each.openedAt() != null && each.seenAt() >= from).toList();
  }

  /** Each SIM is told of: the carrier verifies them one by one. */
  private static void tell(
      Message.SimSeenTold told, Group group, boolean handset, Turn<Message> turn) {
    List<Evidence> evidence =
        group.members().stream()
            .skip(Math.max(0, group.members().size() - EVIDENCE_MAX))
            .map(PlaceSim::evidence)
            .filter(Objects::nonNull)
            .toList();
    SignalKind kind = handset ? SignalKind.SIM_BOX : SignalKind.SIM_COHORT;
    for (PlaceSim sim : group.members()) {
      boolean lead = group.isLead(sim);
      List<Trait> traits = new ArrayList<>(2);
      if (handset) {
        traits.add(Trait.SHARED_HANDSET);
      }
      if (!lead) {
        traits.add(Trait.WATCH_ONLY);
      }
      Signal signal =
          SignalBuilder.builder()
              .signalId(Ids.of(kind, told.place().token(), sim.phone(), lead))
              .kind(kind)
              .subjectKind(SubjectKind.PHONE)
              .subject(sim.phone())
              .eventTime(told.time())
              .endTime(told.time())
              .strength(lead ? 60 : 25)
              .count(group.members().size())
              .traits(traits)
              .region(sim.region())
              .evidence(evidence)
              .build();
      turn.emit(signal);
    }
  }
}
