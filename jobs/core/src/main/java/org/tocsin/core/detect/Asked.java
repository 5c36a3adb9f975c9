package org.tocsin.core.detect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.tocsin.core.detect.Decisions.Judged;
import org.tocsin.core.detect.PersonHistory.Warned;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.pattern.Assessment;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;

/**
 * The accounts that a victim's warnings have asked banks to do something about. Who is defrauded
 * pays several "safe accounts" one after the other (reported are sixteen transfers): that the
 * person is warned already is no reason not to tell the bank of the next one. It is told as another
 * revision of the same warning, which asks nobody to call again.
 */
final class Asked {

  /** More than a history holds payments of. */
  private static final int ACCOUNTS_MAX = 64;

  private Asked() {}

  /** Whether a warning that is quiet otherwise names an account that none before it has. */
  static boolean more(PersonHistory person, Judged judged) {
    Assessment assessment = judged.assessment();
    if (judged.row().lane() != Lane.VICTIM || !assessment.level().above(Level.T1)) {
      return false;
    }
    List<Warned> before =
        person.warned().stream().filter(each -> each.pattern().equals(judged.row().id())).toList();
    return Arrays.stream(accounts(assessment))
        .anyMatch(account -> before.stream().noneMatch(each -> isNamed(account, each)));
  }

  private static boolean isNamed(long account, Warned before) {
    return Arrays.stream(before.accounts()).anyMatch(each -> each == account);
  }

  /** Hashes of the payees' accounts at which money is to be stopped, or on its way to which. */
  static long[] accounts(Assessment assessment) {
    return assessment.advice().stream()
        .filter(
            each ->
                each.kind() == Advice.Kind.STOP_PAYMENT || each.kind() == Advice.Kind.DELAY_PAYMENT)
        .filter(each -> each.about() != null && each.about().kind() == EntityKind.ACCOUNT)
        .filter(each -> !isOwn(each.about(), assessment))
        .mapToLong(each -> each.about().hash())
        .distinct()
        .toArray();
  }

  private static boolean isOwn(EntityKey account, Assessment assessment) {
    return assessment.signals().stream().anyMatch(each -> each.subject().equals(account.token()));
  }

  /** In the place of its earlier revisions, and with what they have asked for. */
  static void add(List<Warned> warned, Warned now) {
    List<Warned> earlier = warned.stream().filter(each -> isSame(each, now)).toList();
    warned.removeAll(earlier);
    long[] all =
        LongStream.concat(
                earlier.stream().flatMapToLong(each -> Arrays.stream(each.accounts())),
                Arrays.stream(now.accounts()))
            .distinct()
            .toArray();
    warned.add(
        new Warned(
            now.pattern(),
            now.firstSignalId(),
            now.level(),
            earlier.stream().mapToLong(Warned::eventTime).reduce(now.eventTime(), Math::max),
            now.watchOnly(),
            Arrays.copyOfRange(all, Math.max(0, all.length - ACCOUNTS_MAX), all.length)));
  }

  private static boolean isSame(Warned one, Warned other) {
    return one.pattern().equals(other.pattern())
        && one.firstSignalId().equals(other.firstSignalId())
        && one.level() == other.level()
        && one.watchOnly() == other.watchOnly();
  }
}
