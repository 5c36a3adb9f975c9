package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;

/**
 * Whoever warnings are about: passes them on in order, and has the accounts of a victim followed,
 * quietly while she is only suspected, aloud once it is reported or found.
 */
final class OwnerRoom implements Serializable {

  private static final long serialVersionUID = 1L;

  private final DecisionRules settings;
  private final CohortTies cohorts;

  OwnerRoom(Rulebook rules) {
    this.settings = rules.detection().decision();
    this.cohorts = new CohortTies(rules);
  }

  OwnerFile handle(Mail mail, OwnerFile state, Turn<LinkOutput> turn) {
    OwnerFile before = state == null ? OwnerFile.NOTHING : state;
    Letter letter = mail.letter();
    if (letter instanceof Letter.WarningTold told) {
      if (before.cases().isOwn(told.warning())) {
        return state;
      }
      Warning passing = before.cases().passing(told.warning());
      turn.emit(new LinkOutput.Warned(passing, false));
      OwnerFile passed =
          OwnerFileBuilder.builder(before).cases(before.cases().passed(passing)).build();
      OwnerFile tied = inCohort(mail, passed, told.warning(), turn);
      return warned(mail, tied, tied, told.warning(), turn);
    } else if (letter instanceof Letter.OutcomeTold told) {
      turn.emit(new LinkOutput.OutcomePassed(told.outcome()));
      Cases cases = before.cases().concluded(told.outcome());
      return cases == before.cases()
          ? state
          : OwnerFileBuilder.builder(before).cases(cases).build();
    } else if (letter instanceof Letter.Owns owns) {
      return owns(mail, state, before, owns.account(), turn);
    } else if (letter instanceof Letter.Lost lost) {
      return lost(mail, state, before, lost, turn);
    } else if (letter instanceof Letter.Suspect suspect) {
      return suspected(mail, state, before, suspect.warning(), turn);
    } else if (letter instanceof Letter.InCluster in) {
      return inCluster(mail, before, in.cluster(), turn);
    }
    return state;
  }

  /** A warning made here: with its case, unless it was said lately. */
  private OwnerFile suspected(
      Mail mail, OwnerFile state, OwnerFile before, Warning draft, Turn<LinkOutput> turn) {
    if (before.cases().isQuiet(draft, settings)) {
      turn.count(LinkCounts.QUIET);
      return state;
    }
    Warning warning = before.cases().own(mail.key(), draft, turn.now(), settings);
    turn.emit(new LinkOutput.Warned(warning, true));
    return OwnerFileBuilder.builder(before).cases(before.cases().with(warning)).build();
  }

  /** Whoever is in two clusters makes them one. */
  private static OwnerFile inCluster(
      Mail mail, OwnerFile before, ClusterId cluster, Turn<LinkOutput> turn) {
    ClusterId known = before.cluster();
    if (known == null) {
      return OwnerFileBuilder.builder(before).cluster(cluster).build();
    } else if (known.equals(cluster)) {
      return before;
    }
    ClusterRoom.mergeBoth(known, cluster, mail, turn);
    return cluster.isOlderThan(known)
        ? OwnerFileBuilder.builder(before).cluster(cluster).build()
        : before;
  }

  private OwnerFile inCohort(Mail mail, OwnerFile before, Warning warning, Turn<LinkOutput> turn) {
    if (mail.kind() != EntityKind.PERSON || mail.token() == null) {
      return before;
    }
    Cohort.Ties ties = cohorts.warned(mail, before.cohorts(), warning, turn);
    return ties == before.cohorts()
        ? before
        : OwnerFileBuilder.builder(before).cohorts(ties).build();
  }

  private static OwnerFile warned(
      Mail mail, OwnerFile state, OwnerFile before, Warning warning, Turn<LinkOutput> turn) {
    if (warning.lane() != Lane.VICTIM) {
      ranThrough(mail, warning, turn);
      return state;
    }
    boolean suspected = warning.tier() != Tier.SMS;
    LongStream more =
        records(warning)
            .filter(each -> LongStream.of(before.records()).noneMatch(known -> known == each));
    long[] all = LongStream.concat(LongStream.of(before.records()), more).toArray();
    OwnerFile after =
        OwnerFileBuilder.builder(before)
            .records(
                LongStream.of(all).skip(Math.max(0, all.length - OwnerFile.RECORDS_MAX)).toArray())
            .suspectedAt(suspected ? warning.eventTime() : before.suspectedAt())
            .build();
    OwnerFile.Alarm alarm = new OwnerFile.Alarm(warning.levelToOthers(), warning.eventTime());
    OwnerFile alarmed = OwnerFileBuilder.builder(after).alarm(alarm).build();
    for (String account : accounts(mail, alarmed)) {
      pursue(mail, alarmed, account, turn);
      alarm(mail, alarmed, account, turn);
    }
    return alarmed;
  }

  private static void ranThrough(Mail mail, Warning warning, Turn<LinkOutput> turn) {
    EntityKey owner = named(mail);
    if (owner == null
        || warning.lane() != Lane.MULE
        || warning.subjectKind() != SubjectKind.ACCOUNT) {
      return;
    }
    List<Long> records = records(warning).boxed().toList();
    post(
        EntityKey.account(warning.subject()),
        mail,
        new Letter.RanThrough(
            owner, warning.levelToOthers(), warning.eventTime(), records, warning.pattern()),
        turn);
  }

  private static void alarm(Mail mail, OwnerFile file, String account, Turn<LinkOutput> turn) {
    EntityKey victim = named(mail);
    if (victim != null && file.alarm() != null) {
      List<Long> records = LongStream.of(file.records()).boxed().toList();
      Letter letter =
          new Letter.OwnerWarned(
              victim, file.alarm().level(), file.alarm().time(), records, reported(file));
      post(EntityKey.account(account), mail, letter, turn);
    }
  }

  private static List<String> reported(OwnerFile file) {
    return file.losses().stream().map(Letter.Lost::payee).filter(Objects::nonNull).toList();
  }

  /**
   * Whoever reports a loss, or of whom another centre does, is as good as warned. When it is said
   * whom she paid, that payment counts, and no other; else whatever is large.
   */
  private static OwnerFile alarmed(OwnerFile before, Letter.Lost lost) {
    Level level = lost.payee() == null ? Level.T2 : Level.T1;
    boolean graver = before.alarm() != null && before.alarm().level().above(level);
    return OwnerFileBuilder.builder(before)
        .alarm(new OwnerFile.Alarm(graver ? before.alarm().level() : level, lost.time()))
        .build();
  }

  /** Hashes of the transactions that speak for it. */
  private static LongStream records(Warning warning) {
    return warning.evidence().stream()
        .filter(each -> each.stream() == Stream.TRANSACTION)
        .mapToLong(each -> Flow.record(each.source(), each.eventId()));
  }

  private static OwnerFile owns(
      Mail mail, OwnerFile state, OwnerFile before, String account, Turn<LinkOutput> turn) {
    if (before.accounts().contains(account)) {
      return state;
    }
    List<String> accounts = new ArrayList<>(before.accounts());
    accounts.add(account);
    OwnerFile after =
        OwnerFileBuilder.builder(before)
            .accounts(Latest.of(accounts, OwnerFile.ACCOUNTS_MAX))
            .build();
    pursue(mail, after, account, turn);
    alarm(mail, after, account, turn);
    return after;
  }

  private static OwnerFile lost(
      Mail mail, OwnerFile state, OwnerFile before, Letter.Lost lost, Turn<LinkOutput> turn) {
    if (before.losses().contains(lost)) {
      return state;
    }
    List<Letter.Lost> losses = new ArrayList<>(before.losses());
    losses.add(lost);
    OwnerFile after =
        alarmed(
            OwnerFileBuilder.builder(before)
                .losses(Latest.of(losses, OwnerFile.LOSSES_MAX))
                .build(),
            lost);
    for (String account : accounts(mail, after)) {
      pursue(mail, after, account, turn);
      alarm(mail, after, account, turn);
    }
    EntityKey victim = named(mail);
    if (lost.payee() != null) {
      post(
          EntityKey.account(lost.payee()),
          mail,
          new Letter.Claimed(
              TraceRoom.id(lost.payee(), victim),
              victim,
              new Taint.Claim(
                  mail.kind() == EntityKind.PERSON ? mail.token() : null,
                  mail.kind() == EntityKind.ACCOUNT ? mail.token() : null,
                  lost.amountMinor(),
                  lost.time())),
          turn);
    }
    return after;
  }

  /** A person's accounts; an account that nobody is known to own stands for itself. */
  private static List<String> accounts(Mail mail, OwnerFile file) {
    return mail.kind() == EntityKind.ACCOUNT && mail.token() != null
        ? List.of(mail.token())
        : file.accounts();
  }

  private static void pursue(Mail mail, OwnerFile file, String account, Turn<LinkOutput> turn) {
    EntityKey victim = named(mail);
    List<Long> records = LongStream.of(file.records()).boxed().toList();
    if (victim == null) {
      return;
    }
    for (Letter.Lost lost : file.losses()) {
      Letter.Pursue letter =
          new Letter.Pursue(
              victim, lost.payee(), lost.amountMinor(), records, lost.time(), lost.reported());
      post(EntityKey.account(account), mail, letter, turn);
    }
    if (file.losses().isEmpty() && file.suspectedAt() > 0) {
      Letter.Pursue letter =
          new Letter.Pursue(victim, null, null, records, file.suspectedAt(), false);
      post(EntityKey.account(account), mail, letter, turn);
    }
  }

  /** Null when only a case's id is known of whoever lives here. */
  private static EntityKey named(Mail mail) {
    return mail.token() == null ? null : new EntityKey(mail.kind(), mail.token());
  }

  private static void post(EntityKey room, Mail mail, Letter letter, Turn<LinkOutput> turn) {
    turn.emit(new LinkOutput.Posted(Mail.to(room, mail.time(), letter)));
  }
}
