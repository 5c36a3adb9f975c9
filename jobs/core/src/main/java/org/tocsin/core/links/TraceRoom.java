package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.pattern.Words;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;

/** A fund trace: gathers what its accounts tell, and tells the whole. */
final class TraceRoom implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A line for each account of a fan of hundreds helps nobody: they are waited for. */
  private static final int ROUNDS_MAX = 64;

  private final int accountsMax;
  private final Words words;

  TraceRoom(Rulebook rules) {
    this.accountsMax = rules.links().trace().accountsMax();
    this.words = new Words(rules);
  }

  /** One trace for a victim's money at a first payee, however often it is reported. */
  static String id(String payee, EntityKey victim) {
    return victim == null
        ? Ids.of("trace", payee)
        : Ids.of("trace", payee, victim.kind(), victim.token());
  }

  TraceFile stands(Mail mail, TraceFile state, Letter.Stands letter, Turn<LinkOutput> turn) {
    TraceFile before = state == null ? TraceFile.NOTHING : state;
    List<Place> places = with(before.places(), letter.place(), turn);
    boolean open = before.open() || letter.open();
    if (places.equals(before.places()) && open == before.open()) {
      return before;
    }
    TraceFile changed =
        TraceFileBuilder.builder(before)
            .origin(letter.origin())
            .victim(letter.victim())
            .open(open)
            .places(places)
            .changes(before.changes() + 1)
            .build();
    return asked(mail, changed, turn);
  }

  private TraceFile asked(Mail mail, TraceFile file, Turn<LinkOutput> turn) {
    // What was told and holds no longer, as the payment was taken back, is told too.
    boolean worthTelling =
        file.open()
            && (file.told() > 0 || file.places().stream().anyMatch(p -> !p.hops().isEmpty()));
    if (!worthTelling || file.asked()) {
      return file;
    }
    post(mail, new Letter.Publish(file.changes(), 0), turn);
    return TraceFileBuilder.builder(file).asked(true).build();
  }

  private static void post(Mail mail, Letter letter, Turn<LinkOutput> turn) {
    turn.emit(
        new LinkOutput.Posted(
            new Mail(mail.key(), mail.kind(), mail.token(), mail.time(), letter)));
  }

  private List<Place> with(List<Place> places, Place place, Turn<LinkOutput> turn) {
    if (place == null) {
      return places;
    }
    List<Place> changed = new ArrayList<>(places.size() + 1);
    boolean known = false;
    for (Place each : places) {
      boolean same = each.account().equals(place.account());
      known |= same;
      changed.add(same ? place : each);
    }
    if (!known && changed.size() >= accountsMax) {
      turn.count(LinkCounts.TRACE_FULL);
      return places;
    } else if (!known) {
      changed.add(place);
    }
    return List.copyOf(changed);
  }

  /** Put off while letters of the same round still come in. */
  TraceFile publish(Mail mail, TraceFile file, Letter.Publish letter, Turn<LinkOutput> turn) {
    if (file == null) {
      return null;
    } else if (letter.seen() != file.changes() && letter.round() < ROUNDS_MAX) {
      post(mail, new Letter.Publish(file.changes(), letter.round() + 1), turn);
      return file;
    }
    int revision = file.told() + 1;
    turn.emit(new LinkOutput.LinkTold(link(mail.token(), file, revision, turn)));
    return TraceFileBuilder.builder(file).told(revision).asked(false).build();
  }

  private Link link(String traceId, TraceFile file, int revision, Turn<LinkOutput> turn) {
    List<Place> reached = file.places().stream().filter(p -> !p.hops().isEmpty()).toList();
    List<Place> places = LinkRoom.places(reached);
    List<Link.Hop> all = new ArrayList<>();
    for (Place place : places) {
      all.addAll(place.hops());
      all.addAll(place.exits());
    }
    List<Link.Hop> hops = new ArrayList<>(LinkRoom.hops(all));
    if (hops.size() < all.size() || places.size() < reached.size()) {
      turn.count(LinkCounts.TRACE_FULL);
    }
    hops.sort(
        Comparator.comparingLong(Link.Hop::eventTime)
            .thenComparing(Link.Hop::eventId)
            .thenComparing(Link.Hop::to));
    return new Link(
        traceId,
        Link.Kind.TRACE,
        revision,
        members(file, places),
        file.origin(),
        hops,
        proposals(file, places));
  }

  private List<Link.Member> members(TraceFile file, List<Place> places) {
    List<Link.Member> members = new ArrayList<>();
    EntityKey victim = file.victim();
    if (victim != null) {
      members.add(
          new Link.Member(
              SubjectKind.valueOf(victim.kind().name()), victim.token(), "whose money it is"));
    }
    TreeMap<String, String> owners = new TreeMap<>();
    for (Place place : ordered(places)) {
      members.add(new Link.Member(SubjectKind.ACCOUNT, place.account(), because(place)));
      if (place.owner() != null && !isVictim(place.owner(), victim)) {
        owners.putIfAbsent(place.owner(), "holds an account that received some of it");
      }
    }
    owners.forEach(
        (person, because) -> members.add(new Link.Member(SubjectKind.PERSON, person, because)));
    return members;
  }

  private static List<Place> ordered(List<Place> places) {
    return places.stream()
        .sorted(Comparator.comparingInt(Place::hop).thenComparing(Place::account))
        .toList();
  }

  private String because(Place place) {
    long came = place.cameMinor();
    StringBuilder because = new StringBuilder();
    because.append(place.hop() == 1 ? "first payee" : place.hop() + " transfers from the victim");
    because.append(": %s of it came".formatted(words.moneyEn(came)));
    add(because, place.leftMinor(), "is still there");
    add(because, place.cashMinor(), "was withdrawn in cash");
    add(because, place.exitMinor(), "was paid to shops or exchanges");
    if (place.hub()) {
      because.append(", not followed further: too many transfers pass through");
    }
    return because.toString();
  }

  private void add(StringBuilder because, long amount, String what) {
    if (amount > 0) {
      because.append(", %s %s".formatted(words.moneyEn(amount), what));
    }
  }

  /** Where most can still be held comes first; what is back with the victim needs no stop. */
  private static List<Link.Proposal> proposals(TraceFile file, List<Place> places) {
    List<Place> held =
        places.stream()
            .filter(place -> place.leftMinor() > 0 && !place.hub())
            .filter(place -> !isVictim(place.owner(), file.victim()))
            .filter(place -> !isVictim(place.account(), file.victim()))
            .sorted(
                Comparator.comparingLong(Place::leftMinor).reversed().thenComparing(Place::account))
            .toList();
    List<Link.Proposal> proposals = new ArrayList<>();
    for (Place place : held) {
      proposals.add(new Link.Proposal(place.account(), place.leftMinor(), proposals.size() + 1));
    }
    return proposals;
  }

  private static boolean isVictim(String token, EntityKey victim) {
    return victim != null && victim.kind() != EntityKind.PHONE && victim.token().equals(token);
  }
}
