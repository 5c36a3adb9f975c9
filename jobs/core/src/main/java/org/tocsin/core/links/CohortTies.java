package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;

/**
 * X5 at a person: tells each cohort that the person is one of it, and what an account of the
 * person's showed later. Warnings about one group share applications, so the rooms are theirs.
 */
final class CohortTies implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A group that grows shares the first of the applications that its warnings name. */
  private static final int APPLICATIONS_TOLD = 3;

  private final long withinMillis;

  CohortTies(Rulebook rules) {
    this.withinMillis = rules.links().x5().within().toMillis();
  }

  /**
   * @param known null for nothing
   * @return the same when the warning is about neither
   */
  Cohort.Ties warned(Mail mail, Cohort.Ties known, Warning warning, Turn<LinkOutput> turn) {
    if (isAbout(warning, "O4")) {
      return joined(mail, known == null ? Cohort.Ties.NOTHING : known, warning, turn);
    } else if (isAbout(warning, "B2")) {
      return shown(mail, known == null ? Cohort.Ties.NOTHING : known, warning, turn);
    }
    return known;
  }

  private static boolean isAbout(Warning warning, String pattern) {
    return warning.pattern().equals(pattern) || warning.alsoPatterns().contains(pattern);
  }

  private Cohort.Ties joined(Mail mail, Cohort.Ties known, Warning warning, Turn<LinkOutput> turn) {
    List<Evidence> applications =
        warning.evidence().stream()
            .filter(each -> each.stream() == Stream.CARD_OPENING)
            .sorted(Comparator.comparingLong(Evidence::eventTime).thenComparing(Evidence::eventId))
            .toList();
    if (applications.isEmpty()) {
      return known;
    }
    Evidence last = applications.get(applications.size() - 1);
    Cohort.Member member =
        new Cohort.Member(
            mail.token(), last.eventTime(), wasRefused(warning), warning.region(), last);
    List<Cohort.Tied> ties = new ArrayList<>(known.joined());
    for (Evidence each :
        applications.subList(0, Math.min(APPLICATIONS_TOLD, applications.size()))) {
      String cohort = Ids.of("cohort", each.source(), each.eventId());
      post(cohort, mail, new Letter.CohortJoined(member), turn);
      Cohort.Tied tied = new Cohort.Tied(cohort, member.time());
      if (ties.stream().noneMatch(one -> one.cohort().equals(cohort))) {
        ties.add(tied);
      }
      if (known.sign() != null) {
        show(mail, tied, known.sign(), turn);
      }
    }
    return new Cohort.Ties(Latest.of(ties, Cohort.Ties.JOINED_MAX), known.sign());
  }

  private Cohort.Ties shown(Mail mail, Cohort.Ties known, Warning warning, Turn<LinkOutput> turn) {
    List<Evidence> flows =
        warning.evidence().stream().filter(each -> each.stream() == Stream.TRANSACTION).toList();
    if (flows.isEmpty()) {
      return known;
    }
    Cohort.Sign sign = new Cohort.Sign(mail.token(), flows.get(flows.size() - 1));
    known.joined().forEach(each -> show(mail, each, sign, turn));
    return new Cohort.Ties(known.joined(), sign);
  }

  /** Money that ran before they applied together says nothing of the cards they applied for. */
  private void show(Mail mail, Cohort.Tied tied, Cohort.Sign sign, Turn<LinkOutput> turn) {
    long since = sign.flow().eventTime() - tied.time();
    if (since >= 0 && since <= withinMillis) {
      post(tied.cohort(), mail, new Letter.CohortShown(sign), turn);
    }
  }

  private static boolean wasRefused(Warning warning) {
    return warning.advice().stream().anyMatch(each -> each.kind() == Advice.Kind.REFUSE_OPENING);
  }

  private static void post(String cohort, Mail mail, Letter letter, Turn<LinkOutput> turn) {
    EntityKey room = new EntityKey(EntityKind.COHORT, cohort);
    turn.emit(new LinkOutput.Posted(Mail.to(room, mail.time(), letter)));
  }
}
