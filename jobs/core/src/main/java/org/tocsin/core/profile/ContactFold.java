package org.tocsin.core.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.OpeningRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;

/** Folds openings into who shares a contact phone or device. */
public final class ContactFold {

  /** More sharers than this say nothing new. */
  static final int USES_MAX = 24;

  /** The latest others are shown; the count says how many there are. */
  private static final int EVIDENCE_MAX = 6;

  private ContactFold() {}

  public static ContactProfile observe(
      ContactProfile profile, Event event, Rulebook rules, Told told) {
    if (!(event instanceof CardOpening opening) || !isUse(opening)) {
      return profile;
    }
    OpeningRules.O3 settings = rules.detection().openings().o3();
    ContactProfile.Use use =
        new ContactProfile.Use(
            opening.person(),
            opening.eventTime(),
            opening.source(),
            opening.eventId(),
            isExcused(opening, settings, ZoneId.of(rules.zone())),
            opening.region());
    ContactProfile changed =
        new ContactProfile(profile.token(), profile.seen(), kept(profile, use, settings));
    if (!use.excused()) {
      tellShared(changed, use, opening, settings, told);
    }
    return changed;
  }

  private static boolean isUse(CardOpening opening) {
    return switch (opening.step()) {
      case APPLIED, OPENED, CONTACT_CHANGED -> true;
      case REFUSED, CLOSED -> false;
    };
  }

  /** Notice 261 exempts minors and the elderly with a proxy; a batch has an organiser. */
  static boolean isExcused(CardOpening opening, OpeningRules.O3 settings, ZoneId zone) {
    if (opening.organiser() != null) {
      return true;
    }
    int year = Instant.ofEpochMilli(opening.eventTime()).atZone(zone).getYear();
    boolean elderly =
        opening.segment() == CardOpening.Segment.ELDERLY
            || (opening.birthYear() != null
                && year - opening.birthYear() >= settings.elderlyFromAge());
    // Born in the year of coming of age may be either: the younger reading accuses nobody.
    boolean minor =
        opening.birthYear() != null && year - opening.birthYear() <= settings.minorBelowAge();
    return opening.companion() != null && (elderly || minor);
  }

  private static List<ContactProfile.Use> kept(
      ContactProfile profile, ContactProfile.Use use, OpeningRules.O3 settings) {
    List<ContactProfile.Use> all = new ArrayList<>(profile.uses());
    all.add(use);
    all.sort(
        Comparator.comparingLong(ContactProfile.Use::time)
            .thenComparing(ContactProfile.Use::eventId));
    long oldest = all.get(all.size() - 1).time() - 2 * settings.window().toMillis();
    all.removeIf(each -> each.time() < oldest);
    return List.copyOf(all.subList(Math.max(0, all.size() - USES_MAX), all.size()));
  }

  /** A late record may complete the number for people who came after it. */
  private static void tellShared(
      ContactProfile profile,
      ContactProfile.Use use,
      CardOpening opening,
      OpeningRules.O3 settings,
      Told told) {
    long window = settings.window().toMillis();
    for (ContactProfile.Use each : profile.uses()) {
      boolean affected = each.time() >= use.time() && each.time() - use.time() <= window;
      if (affected && !each.excused()) {
        Map<String, ContactProfile.Use> sharers = new LinkedHashMap<>();
        for (ContactProfile.Use other : profile.uses()) {
          if (!other.excused()
              && other.time() <= each.time()
              && each.time() - other.time() <= window) {
            sharers.put(other.person(), other);
          }
        }
        sharers.remove(each.person());
        if (sharers.size() + 1 >= settings.personsMin()) {
          told.tell(signal(profile, each, new ArrayList<>(sharers.values()), opening));
        }
      }
    }
  }

  private static Signal signal(
      ContactProfile profile,
      ContactProfile.Use use,
      List<ContactProfile.Use> others,
      CardOpening opening) {
    boolean phone = profile.token().equals(opening.contactPhone());
    List<Evidence> evidence = new ArrayList<>();
    others.sort(Comparator.comparingLong(ContactProfile.Use::time));
    int from = Math.max(0, others.size() - EVIDENCE_MAX);
    for (ContactProfile.Use other : others.subList(from, others.size())) {
      evidence.add(evidence(other, "another person gave the same contact"));
    }
    evidence.add(evidence(use, "card record with the shared contact"));
    return SignalBuilder.builder()
        .signalId(Ids.of(SignalKind.SHARED_CONTACT, profile.token(), use.person()))
        .kind(SignalKind.SHARED_CONTACT)
        .subjectKind(phone ? SubjectKind.PHONE : SubjectKind.PERSON)
        .subject(phone ? profile.token() : use.person())
        .person(use.person())
        .eventTime(use.time())
        .endTime(use.time())
        .strength(Math.min(100, 30 + 10 * others.size()))
        .other(phone ? EntityKey.phone(profile.token()) : null)
        .count(others.size() + 1)
        .region(use.region())
        .evidence(evidence)
        .build();
  }

  private static Evidence evidence(ContactProfile.Use use, String what) {
    return new Evidence(Stream.CARD_OPENING, use.source(), use.eventId(), use.time(), what);
  }
}
