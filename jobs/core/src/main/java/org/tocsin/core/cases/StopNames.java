package org.tocsin.core.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tocsin.core.cases.CaseInput.OutcomeReported;
import org.tocsin.core.cases.CaseInput.StopAdvised;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.core.warning.Advice;

/**
 * Which accounts the stops of one case are about. An outcome may leave the account out, and has to
 * find its way to the account all the same.
 */
public final class StopNames {

  /** More payees than this are no longer one matter. */
  private static final int MOST = 16;

  private StopNames() {}

  /**
   * An account that was advised to be stopped, or was stopped.
   *
   * @param until when that lapses by itself, epoch milliseconds
   * @param held whether it was stopped
   */
  public record Named(String account, long until, boolean held) {}

  /** Those of a case once a stop of an account was advised. */
  public static List<Named> advised(List<Named> names, StopAdvised advised) {
    long until =
        advised.raised().warning().advice().stream()
            .filter(advice -> advice.kind() == Advice.Kind.STOP_PAYMENT)
            .filter(advice -> advised.account().equals(advice.account()))
            .mapToLong(Advice::until)
            .max()
            .orElse(0);
    return named(names, new Named(advised.account(), until, false), advised.time());
  }

  /**
   * The account an outcome says was stopped.
   *
   * @return empty when it says no such thing, or nobody knows of which
   */
  public static Optional<String> stopped(List<Named> names, Outcome outcome) {
    if (outcome.step() != Step.STOP_PAYMENT || outcome.result() != Result.ACCEPTED) {
      return Optional.empty();
    }
    return Optional.ofNullable(outcome.account())
        .or(
            () ->
                names.stream()
                    .filter(name -> outcome.eventTime() < name.until())
                    .map(Named::account)
                    .findFirst());
  }

  /** The accounts that an outcome says are free again, as far as this case goes. */
  public static List<String> released(List<Named> names, Outcome outcome) {
    List<String> all = names.stream().map(Named::account).toList();
    if (outcome.conclusion() == Conclusion.NOT_SCAM) {
      return isOneOfSeveral(names, outcome) ? List.of(outcome.account()) : all;
    }
    boolean lifted =
        OutcomeMeaning.of(outcome.step(), outcome.result()) == OutcomeMeaning.ADVICE_RELEASED;
    if (!lifted) {
      return List.of();
    }
    return outcome.account() == null ? all : List.of(outcome.account());
  }

  /** As {@link AdviceLife#isOneOfSeveral} has it: the others' money stays held. */
  private static boolean isOneOfSeveral(List<Named> names, Outcome outcome) {
    List<String> standing =
        names.stream()
            .filter(name -> outcome.eventTime() < name.until())
            .map(Named::account)
            .toList();
    return standing.size() > 1 && standing.contains(outcome.account());
  }

  /** Those of a case after an outcome. */
  public static List<Named> after(List<Named> names, OutcomeReported reported, StopRules rules) {
    Outcome outcome = reported.outcome();
    if (reported.stopped() != null) {
      var lasts = AdviceLife.isFreeze(outcome) ? rules.freezeLasts() : rules.lasts();
      long until = outcome.eventTime() + lasts.toMillis();
      return named(names, new Named(reported.stopped(), until, true), outcome.eventTime());
    }
    List<String> released = released(names, outcome);
    boolean refused =
        OutcomeMeaning.of(outcome.step(), outcome.result()) == OutcomeMeaning.ADVICE_REFUSED;
    Predicate<Named> meant =
        name -> outcome.account() == null || outcome.account().equals(name.account());
    return names.stream()
        .filter(name -> !released.contains(name.account()))
        .filter(name -> !refused || name.held() || !meant.test(name))
        .toList();
  }

  /** The first that was named stays the first; what has lapsed is forgotten. */
  private static List<Named> named(List<Named> names, Named changed, long now) {
    List<Named> all = new ArrayList<>();
    boolean known = false;
    for (Named each : names) {
      if (each.account().equals(changed.account())) {
        known = true;
        long until = Math.max(each.until(), changed.until());
        all.add(new Named(each.account(), until, each.held() || changed.held()));
      } else if (each.until() > now) {
        all.add(each);
      }
    }
    if (!known && all.size() < MOST) {
      all.add(changed);
    }
    return List.copyOf(all);
  }
}
