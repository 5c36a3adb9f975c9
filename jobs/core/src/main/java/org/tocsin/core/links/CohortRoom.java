package org.tocsin.core.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.pattern.X5CohortRaised;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/** X5 where a group's members meet: what one of them shows is a lead to all. */
final class CohortRoom implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SCORE = 80;

  /** Bound by no more than the province they come from: somebody asks before anybody knocks. */
  private static final int SCORE_BY_PROVINCE = 60;

  private final X5CohortRaised row;
  private final Suspects suspects;

  CohortRoom(Rulebook rules, Suspects suspects) {
    this.row = new X5CohortRaised(rules);
    this.suspects = suspects;
  }

  Cohort handle(Mail mail, Cohort state, Turn<LinkOutput> turn) {
    Cohort before = state == null ? Cohort.NOTHING : state;
    if (mail.letter() instanceof Letter.CohortJoined joined) {
      return joined(mail, before, joined.member(), turn);
    } else if (mail.letter() instanceof Letter.CohortShown shown) {
      return shown(mail, before, shown.sign(), turn);
    }
    return state;
  }

  /** The last to be told of is raised as the others were. */
  private Cohort joined(Mail mail, Cohort before, Cohort.Member member, Turn<LinkOutput> turn) {
    List<Cohort.Member> members = new ArrayList<>(before.members());
    boolean known = members.removeIf(each -> each.person().equals(member.person()));
    if (!known && members.size() >= Cohort.MEMBERS_MAX) {
      members.remove(0);
    }
    members.add(member);
    if (!known) {
      before.signs().forEach(sign -> raise(mail, member, sign, members.size(), turn));
    }
    return new Cohort(List.copyOf(members), before.signs());
  }

  private Cohort shown(Mail mail, Cohort before, Cohort.Sign sign, Turn<LinkOutput> turn) {
    if (before.signs().contains(sign)) {
      return before;
    }
    List<Cohort.Sign> signs = new ArrayList<>(before.signs());
    if (signs.size() >= Cohort.SIGNS_MAX) {
      signs.remove(0);
    }
    signs.add(sign);
    before.members().forEach(each -> raise(mail, each, sign, before.members().size(), turn));
    return new Cohort(before.members(), List.copyOf(signs));
  }

  private void raise(
      Mail mail, Cohort.Member member, Cohort.Sign sign, int persons, Turn<LinkOutput> turn) {
    suspects.send(
        mail,
        new Suspects.Suspicion(
            row.id(),
            Lane.MULE,
            member.bound() ? Level.T3 : Level.T2,
            EntityKey.person(member.person()),
            member.person(),
            Flow.record(sign.flow().source(), sign.flow().eventId()),
            member.bound() ? SCORE : SCORE_BY_PROVINCE,
            null,
            null,
            member.region(),
            row.reason(
                member.time(),
                persons,
                sign.flow().eventTime(),
                member.person().equals(sign.person())),
            List.of(member.opening(), sign.flow())),
        turn);
  }
}
