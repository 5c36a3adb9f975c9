package org.tocsin.core.links;

import java.util.List;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * Keyed by room: hands each letter to the kind of room it is for. Letters it writes come back to it
 * under their own keys, until nobody has anything to say.
 */
public final class LinkStage implements Stage<Mail, LinkState, LinkOutput> {

  private static final long serialVersionUID = 1L;

  private final AccountRoom accounts;
  private final OwnerRoom owners;
  private final TraceRoom traces;
  private final SharedRoom shared;
  private final ClusterRoom clusters;
  private final CohortRoom cohorts;

  public LinkStage(Rulebook rules) {
    Suspects suspects = new Suspects(rules);
    this.accounts = new AccountRoom(rules, suspects);
    this.owners = new OwnerRoom(rules);
    this.traces = new TraceRoom(rules);
    this.shared = new SharedRoom(rules, suspects);
    this.clusters = new ClusterRoom(rules);
    this.cohorts = new CohortRoom(rules, suspects);
  }

  @Override
  public LinkState onInput(long key, LinkState state, Mail mail, Turn<LinkOutput> turn) {
    LinkState known = state == null ? LinkState.NOTHING : state;
    Mail named = named(known, mail, turn);
    LinkState after = handled(known, named, turn);
    if (after.equals(LinkState.NOTHING)) {
      return state;
    }
    return after.token() == null && named.token() != null
        ? LinkStateBuilder.builder(after).kind(named.kind()).token(named.token()).build()
        : after;
  }

  /** A letter that came by a case's id alone does not know who lives here. */
  private static Mail named(LinkState known, Mail mail, Turn<LinkOutput> turn) {
    if (known.token() == null || known.token().equals(mail.token())) {
      return mail;
    } else if (mail.token() != null && known.kind() == mail.kind()) {
      turn.count(LinkCounts.KEY_COLLISION);
    }
    return new Mail(mail.key(), known.kind(), known.token(), mail.time(), mail.letter());
  }

  private LinkState handled(LinkState known, Mail mail, Turn<LinkOutput> turn) {
    Letter letter = mail.letter();
    if (letter instanceof Letter.Stands stands) {
      TraceFile trace = traces.stands(mail, known.trace(), stands, turn);
      return LinkStateBuilder.builder(known).trace(trace).build();
    } else if (mail.kind() == EntityKind.CLUSTER) {
      ClusterFile cluster = cluster(known.cluster(), mail, turn);
      return LinkStateBuilder.builder(known).cluster(cluster).build();
    } else if (mail.kind() == EntityKind.COHORT) {
      return LinkStateBuilder.builder(known)
          .cohort(cohorts.handle(mail, known.cohort(), turn))
          .build();
    } else if (letter instanceof Letter.Edge edge) {
      SharedFile file = shared.tied(mail, known.shared(), known.ledger(), edge.tie(), turn);
      return LinkStateBuilder.builder(known).shared(file).build();
    } else if (letter instanceof Letter.Shared grown) {
      shared.warn(mail, known.shared(), known.ledger(), grown, turn);
      return known;
    } else if (letter instanceof Letter.Publish publish) {
      TraceFile trace = traces.publish(mail, known.trace(), publish, turn);
      return LinkStateBuilder.builder(known).trace(trace).build();
    } else if (isForOwner(letter)) {
      OwnerFile file = owners.handle(mail, known.file(), turn);
      return file == known.file() ? known : LinkStateBuilder.builder(known).file(file).build();
    }
    if (mail.kind() != EntityKind.ACCOUNT) {
      return known;
    }
    Ledger ledger = accounts.handle(mail, known.ledger(), turn);
    return ledger == known.ledger()
        ? known
        : LinkStateBuilder.builder(known).ledger(ledger).build();
  }

  private ClusterFile cluster(ClusterFile known, Mail mail, Turn<LinkOutput> turn) {
    if (mail.letter() instanceof Letter.Joined joined) {
      return clusters.joined(mail, known, joined, turn);
    } else if (mail.letter() instanceof Letter.MergeInto merge) {
      return clusters.merged(mail, known, merge, turn);
    } else if (mail.letter() instanceof Letter.Publish publish) {
      return clusters.publish(mail, known, publish, turn);
    }
    return known;
  }

  private static boolean isForOwner(Letter letter) {
    return letter instanceof Letter.WarningTold
        || letter instanceof Letter.OutcomeTold
        || letter instanceof Letter.Owns
        || letter instanceof Letter.Lost
        || letter instanceof Letter.Suspect
        || letter instanceof Letter.InCluster;
  }

  @Override
  public LinkState onTime(long key, LinkState state, Turn<LinkOutput> turn) {
    return state;
  }

  @Override
  public List<String> counted() {
    return LinkCounts.ALL;
  }
}
