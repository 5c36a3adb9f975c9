package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Level;

/**
 * A cluster: gathers who shares what. Two clusters with a member in common are one, under the id of
 * the older; the younger hands everything on, for good, so that ids stay and no two wait for each
 * other.
 */
final class ClusterRoom implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROUNDS_MAX = 64;

  private final LinkRules.X6 settings;

  ClusterRoom(Rulebook rules) {
    this.settings = rules.links().x6();
  }

  ClusterFile joined(Mail mail, ClusterFile state, Letter.Joined letter, Turn<LinkOutput> turn) {
    ClusterFile before = state == null ? ClusterFile.NOTHING : state;
    if (before.into() != null) {
      post(before.into().room(), mail, new Letter.Joined(before.into(), letter.ties()), turn);
      return state;
    }
    List<Tie> ties = with(before.ties(), letter.ties(), turn);
    if (ties.equals(before.ties())) {
      return state;
    }
    ClusterFile after =
        ClusterFileBuilder.builder(before)
            .id(letter.cluster())
            .ties(ties)
            .changes(before.changes() + 1)
            .build();
    return asked(mail, after, turn);
  }

  private List<Tie> with(List<Tie> before, List<Tie> more, Turn<LinkOutput> turn) {
    List<Tie> ties = new ArrayList<>(before);
    for (Tie tie : more) {
      ties.removeIf(each -> each.owner().equals(tie.owner()) && each.shared().equals(tie.shared()));
      if (ties.size() < settings.membersMax()) {
        ties.add(tie);
      } else {
        turn.count(LinkCounts.CLUSTER_FULL);
      }
    }
    ties.sort(
        Comparator.comparingLong(Tie::time)
            .thenComparing(each -> each.owner().token())
            .thenComparing(each -> each.shared().token()));
    return List.copyOf(ties);
  }

  ClusterFile merged(Mail mail, ClusterFile state, Letter.MergeInto letter, Turn<LinkOutput> turn) {
    ClusterFile before = state == null ? ClusterFile.NOTHING : state;
    ClusterId older = letter.older();
    if (before.into() != null) {
      if (!before.into().equals(older)) {
        mergeBoth(before.into(), older, mail, turn);
      }
      return state;
    }
    post(older.room(), mail, new Letter.Joined(older, before.ties()), turn);
    if (before.told() > 0) {
      // Told under this id before: nobody belongs to it any more.
      turn.emit(
          new LinkOutput.LinkTold(
              new Link(
                  letter.cluster().id(),
                  Link.Kind.CLUSTER,
                  before.told() + 1,
                  List.of(),
                  null,
                  List.of(),
                  List.of())));
    }
    return ClusterFileBuilder.builder(before)
        .id(letter.cluster())
        .ties(List.of())
        .into(older)
        .told(before.told() > 0 ? before.told() + 1 : 0)
        .build();
  }

  /** The younger of two is asked to go into the older. */
  static void mergeBoth(ClusterId one, ClusterId other, Mail mail, Turn<LinkOutput> turn) {
    ClusterId older = one.isOlderThan(other) ? one : other;
    ClusterId younger = older.equals(one) ? other : one;
    post(younger.room(), mail, new Letter.MergeInto(younger, older), turn);
  }

  private ClusterFile asked(Mail mail, ClusterFile file, Turn<LinkOutput> turn) {
    if (file.asked() || (file.told() == 0 && recent(file).size() < settings.warnedMin())) {
      return file;
    }
    post(mail.to(), mail, new Letter.Publish(file.changes(), 0), turn);
    return ClusterFileBuilder.builder(file).asked(true).build();
  }

  /** Who was warned within the window of the newest. */
  private Map<EntityKey, Level> recent(ClusterFile file) {
    List<Tie> ties = file.ties();
    long from =
        ties.isEmpty() ? 0 : ties.get(ties.size() - 1).time() - settings.window().toMillis();
    Map<EntityKey, Level> warned = new TreeMap<>(Comparator.comparing(EntityKey::token));
    for (Tie tie : ties) {
      if (tie.time() >= from) {
        warned.merge(tie.owner(), tie.level(), (a, b) -> a.above(b) ? a : b);
      }
    }
    return warned;
  }

  ClusterFile publish(Mail mail, ClusterFile file, Letter.Publish letter, Turn<LinkOutput> turn) {
    if (file == null || file.into() != null) {
      return file;
    } else if (letter.seen() != file.changes() && letter.round() < ROUNDS_MAX) {
      Letter again = new Letter.Publish(file.changes(), letter.round() + 1);
      post(mail.to(), mail, again, turn);
      return file;
    }
    int revision = file.told() + 1;
    turn.emit(
        new LinkOutput.LinkTold(
            new Link(
                mail.token(),
                Link.Kind.CLUSTER,
                revision,
                members(file),
                null,
                List.of(),
                List.of())));
    Letter.Shared grown = new Letter.Shared(recent(file).size(), 0);
    Set<EntityKey> shared = new LinkedHashSet<>();
    file.ties().forEach(tie -> shared.add(tie.shared()));
    for (EntityKey each : shared) {
      post(each, mail, grown, turn);
    }
    return ClusterFileBuilder.builder(file).told(revision).asked(false).build();
  }

  private static List<Link.Member> members(ClusterFile file) {
    Map<EntityKey, String> members =
        new TreeMap<>(Comparator.comparing(EntityKey::kind).thenComparing(EntityKey::token));
    Map<EntityKey, Set<EntityKey>> sharers = new TreeMap<>(Comparator.comparing(EntityKey::token));
    for (Tie tie : file.ties()) {
      members.merge(tie.owner(), tie.because(), ClusterRoom::both);
      sharers.computeIfAbsent(tie.shared(), key -> new LinkedHashSet<>()).add(tie.owner());
    }
    sharers.forEach(
        (shared, owners) -> {
          if (shared.kind() != EntityKind.CONTACT) {
            members.merge(
                shared, "shared by %d warned".formatted(owners.size()), ClusterRoom::both);
          }
        });
    List<Link.Member> all = new ArrayList<>();
    members.forEach(
        (member, because) ->
            all.add(
                new Link.Member(
                    SubjectKind.valueOf(member.kind().name()), member.token(), because)));
    return all;
  }

  private static String both(String one, String other) {
    return one.contains(other) ? one : one + "; " + other;
  }

  private static void post(EntityKey room, Mail mail, Letter letter, Turn<LinkOutput> turn) {
    turn.emit(new LinkOutput.Posted(Mail.to(room, mail.time(), letter)));
  }
}
