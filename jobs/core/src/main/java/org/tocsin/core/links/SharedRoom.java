package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.core.event.Holder;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.pattern.X6Cluster;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/** X6 at what is shared: an account, a phone, a contact phone or device. */
final class SharedRoom implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X6 settings;
  private final X6Cluster row;
  private final Suspects suspects;

  SharedRoom(Rulebook rules, Suspects suspects) {
    this.settings = rules.links().x6();
    this.row = new X6Cluster(rules);
    this.suspects = suspects;
  }

  /**
   * @param ledger of the account, if it is one; null otherwise
   */
  SharedFile tied(Mail mail, SharedFile state, Ledger ledger, Tie tie, Turn<LinkOutput> turn) {
    SharedFile before = state == null ? SharedFile.NOTHING : state;
    if (before.hub() || before.ties().contains(tie) || joinsNobody(ledger)) {
      return state;
    }
    List<Tie> ties = with(before.ties(), tie);
    if (ties.size() > settings.sharedMax()) {
      return SharedFileBuilder.builder(before).ties(List.of()).hub(true).build();
    }
    SharedFileBuilder after = SharedFileBuilder.builder(before).ties(ties);
    if (ties.size() >= 2) {
      ClusterId cluster =
          before.cluster() == null
              ? ClusterId.of(new EntityKey(mail.kind(), mail.token()), ties.get(0).time())
              : before.cluster();
      after.cluster(cluster);
      join(mail, cluster, before.cluster() == null ? ties : List.of(tie), turn);
    }
    return after.build();
  }

  private static boolean joinsNobody(Ledger ledger) {
    return ledger != null
        && (ledger.hub()
            || ledger.holder() == Holder.MERCHANT
            || ledger.holder() == Holder.EXCHANGE);
  }

  /** One a sharer, the gravest; only what is within the window of the newest. */
  private List<Tie> with(List<Tie> ties, Tie tie) {
    List<Tie> all = new ArrayList<>(ties);
    Tie kept = tie;
    for (Tie each : ties) {
      if (each.owner().equals(tie.owner()) && each.level().above(tie.level())) {
        kept =
            new Tie(
                tie.owner(),
                tie.shared(),
                each.because(),
                each.level(),
                tie.time(),
                tie.evidence());
      }
    }
    all.removeIf(each -> each.owner().equals(tie.owner()));
    all.add(kept);
    all.sort(Comparator.comparingLong(Tie::time).thenComparing(each -> each.owner().token()));
    long from = all.get(all.size() - 1).time() - settings.window().toMillis();
    all.removeIf(each -> each.time() < from);
    return List.copyOf(all);
  }

  private static void join(Mail mail, ClusterId cluster, List<Tie> ties, Turn<LinkOutput> turn) {
    post(cluster.room(), mail, new Letter.Joined(cluster, ties), turn);
    for (Tie tie : ties) {
      post(tie.owner(), mail, new Letter.InCluster(cluster), turn);
    }
  }

  /**
   * The cluster has become worth telling: the shared thing itself is warned of. A device is no
   * subject of a warning; whoever pays from it is.
   */
  void warn(
      Mail mail, SharedFile state, Ledger ledger, Letter.Shared letter, Turn<LinkOutput> turn) {
    if (state == null || state.ties().size() < 2) {
      return;
    }
    List<Tie> ties = state.ties();
    long grave = events(ties.stream().filter(tie -> isStrong(mail, tie)));
    // A cluster may reach far: only who shares this very thing makes it a lead.
    boolean enough = events(ties.stream()) >= settings.warnedMin();
    if (!enough && grave < settings.strongMin()) {
      return;
    }
    Level level = enough && grave >= settings.strongMin() ? Level.T3 : Level.T1;
    if (mail.kind() != EntityKind.CONTACT) {
      String owner = ledger == null ? null : ledger.owner();
      EntityKey shared = new EntityKey(mail.kind(), mail.token());
      suspects.send(
          mail,
          suspicion(level, shared, owner, ties.get(0).owner().token(), ties, letter.warned()),
          turn);
      return;
    }
    for (Tie tie : ties) {
      EntityKey one = tie.owner();
      String person = one.kind() == EntityKind.PERSON ? one.token() : null;
      suspects.send(mail, suspicion(level, one, person, mail.token(), ties, letter.warned()), turn);
    }
  }

  private Suspects.Suspicion suspicion(
      Level level, EntityKey subject, String owner, String first, List<Tie> ties, int warned) {
    return new Suspects.Suspicion(
        row.id(),
        Lane.MULE,
        level,
        subject,
        owner,
        first,
        level == Level.T3 ? 75 : 30,
        null,
        null,
        null,
        row.reason(ties.size(), warned),
        ties.stream().map(Tie::evidence).distinct().toList());
  }

  /** One transfer may bring several victims' money: they met at whoever sent it. */
  private static long events(Stream<Tie> ties) {
    return ties.map(tie -> tie.evidence().eventKey()).distinct().count();
  }

  /** Many a warning that only makes a call names a desk's call by chance; a grave one seldom. */
  private static boolean isStrong(Mail mail, Tie tie) {
    return tie.level().above(mail.kind() == EntityKind.PHONE ? Level.T2 : Level.T1);
  }

  private static void post(EntityKey room, Mail mail, Letter letter, Turn<LinkOutput> turn) {
    turn.emit(new LinkOutput.Posted(Mail.to(room, mail.time(), letter)));
  }
}
