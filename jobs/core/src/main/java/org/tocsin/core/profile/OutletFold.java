package org.tocsin.core.profile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.CardOpening.Step;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.profile.OutletProfile.Visit;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** Folds openings into who comes to an outlet together (O4). */
public final class OutletFold {

  /** The busiest hall serves fewer in an hour. */
  static final int VISITS_MAX = 64;

  private static final int EVIDENCE_MAX = 12;

  /** An opening so long after the application is the same visit's. */
  private static final long ONE_VISIT_MILLIS = 86_400_000;

  /** What binds people, the more telling first. */
  private static final Map<Trait, BiPredicate<Visit, Visit>> TIES = new LinkedHashMap<>();

  static {
    TIES.put(Trait.SAME_COMPANION, OutletFold::sameCompanion);
    TIES.put(Trait.SAME_CONTACT, OutletFold::sameContact);
    TIES.put(Trait.SAME_PROVINCE, OutletFold::sameProvince);
  }

  private OutletFold() {}

  /** Whether the outlet's profile has anything to learn from a record; a batch is none (O9). */
  public static boolean isVisit(CardOpening opening) {
    return opening.organiser() == null
        && (opening.step() == Step.APPLIED || opening.step() == Step.OPENED);
  }

  public static OutletProfile observe(
      OutletProfile profile, Event event, Rulebook rules, Told told) {
    if (!(event instanceof CardOpening opening) || !isVisit(opening)) {
      return profile;
    }
    OpeningRules settings = rules.detection().openings();
    Visit visit = visit(opening, settings, ZoneId.of(rules.zone()));
    OutletProfile changed =
        new OutletProfile(profile.token(), profile.seen(), kept(profile, visit));
    if (counts(visit, changed)) {
      tellGroups(changed, visit, settings.o4(), told);
    }
    return changed;
  }

  private static Visit visit(CardOpening opening, OpeningRules settings, ZoneId zone) {
    CardRecord record = CardRecord.of(opening);
    return new Visit(
        opening.person(),
        opening.eventTime(),
        opening.source(),
        opening.eventId(),
        record.isOpen(),
        record.away() ? CardRecord.province(opening.homeRegion()) : null,
        hash(opening.companion()),
        hash(opening.contactPhone()),
        hash(opening.device()),
        ContactFold.isExcused(opening, settings.o3(), zone),
        opening.region());
  }

  private static long hash(String token) {
    return token == null ? 0 : EventHash.token(token);
  }

  private static List<Visit> kept(OutletProfile profile, Visit visit) {
    List<Visit> all = new ArrayList<>(profile.visits());
    all.removeIf(
        each -> each.eventId().equals(visit.eventId()) && each.source().equals(visit.source()));
    all.add(visit);
    all.sort(Comparator.comparingLong(Visit::time).thenComparing(Visit::eventId));
    long oldest = all.get(all.size() - 1).time() - ONE_VISIT_MILLIS;
    all.removeIf(each -> each.time() < oldest);
    return List.copyOf(all.subList(Math.max(0, all.size() - VISITS_MAX), all.size()));
  }

  /** Where the application was reported, the opening after it is no second visit. */
  private static boolean counts(Visit visit, OutletProfile profile) {
    return !visit.opened()
        || profile.visits().stream()
            .noneMatch(
                each ->
                    !each.opened()
                        && each.person().equals(visit.person())
                        && each.time() <= visit.time());
  }

  /** A late record may complete the number for people who came after it. */
  private static void tellGroups(
      OutletProfile profile, Visit visit, OpeningRules.O4 settings, Told told) {
    long window = settings.window().toMillis();
    for (Visit last : profile.visits()) {
      if (last.time() < visit.time() || last.time() - visit.time() > window) {
        continue;
      }
      for (Map.Entry<Trait, BiPredicate<Visit, Visit>> tie : TIES.entrySet()) {
        Collection<Visit> group = group(profile, visit, last, tie.getValue(), window);
        if (group.size() >= settings.personsMin() && !isFamily(group, settings.familyMax())) {
          tell(profile, group, tie.getKey(), told);
          break;
        }
      }
    }
  }

  /**
   * Whoever has a proxy for their age is brought by family; two more who have none are not. A
   * recruiter's group is not excused by the pensioners in it.
   */
  private static boolean isFamily(Collection<Visit> group, int most) {
    long excused = group.stream().filter(Visit::excused).count();
    return group.size() - excused < 2 && excused <= most;
  }

  /** Who has the tie with the visitor and came in the time before {@code last}; once a person. */
  private static Collection<Visit> group(
      OutletProfile profile, Visit visit, Visit last, BiPredicate<Visit, Visit> tie, long window) {
    Map<String, Visit> group = new LinkedHashMap<>();
    for (Visit each : profile.visits()) {
      boolean near = each.time() <= last.time() && last.time() - each.time() <= window;
      boolean bound = each.equals(visit) || tie.test(visit, each);
      if (near && bound && counts(each, profile)) {
        group.putIfAbsent(each.person(), each);
      }
    }
    return group.values();
  }

  private static boolean sameCompanion(Visit one, Visit other) {
    return (one.companion() != 0 && one.companion() == other.companion())
        || other.companion() == hash(one.person())
        || one.companion() == hash(other.person());
  }

  private static boolean sameContact(Visit one, Visit other) {
    return (one.contact() != 0 && one.contact() == other.contact())
        || (one.device() != 0 && one.device() == other.device());
  }

  private static boolean sameProvince(Visit one, Visit other) {
    return one.province() != null && one.province().equals(other.province());
  }

  /** Each of the group is told of: the counter has all of them before it. */
  private static void tell(OutletProfile profile, Collection<Visit> group, Trait tie, Told told) {
    List<Visit> members = new ArrayList<>(group);
    long time = members.get(members.size() - 1).time();
    List<Evidence> evidence =
        members.subList(Math.max(0, members.size() - EVIDENCE_MAX), members.size()).stream()
            .map(OutletFold::evidence)
            .toList();
    for (Visit member : members) {
      told.tell(
          SignalBuilder.builder()
              .signalId(
                  Ids.of(
                      SignalKind.GROUP_OPENING, profile.token(), member.person(), member.eventId()))
              .kind(SignalKind.GROUP_OPENING)
              .subjectKind(SubjectKind.PERSON)
              .subject(member.person())
              .person(member.person())
              .eventTime(time)
              .endTime(time)
              .strength(50)
              .count(members.size())
              .traits(List.of(tie))
              .region(member.region())
              .evidence(evidence)
              .build());
    }
  }

  private static Evidence evidence(Visit visit) {
    return new Evidence(
        Stream.CARD_OPENING,
        visit.source(),
        visit.eventId(),
        visit.time(),
        "one of a group at the outlet");
  }
}
