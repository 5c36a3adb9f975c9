package org.tocsin.core.cases;

import org.tocsin.core.event.Outcome;

/** What a result of a step means to a case. Steps decide: a delivered SMS is no conversation. */
public enum OutcomeMeaning {
  /** The step is done and says nothing about the person (an SMS delivered, the family told). */
  DONE,
  /** Tried in vain: no answer, busy, evaded, forwarded, or it failed on the way. */
  UNREACHED,
  /** The person was spoken to. */
  REACHED,
  /** The person will not pay. */
  CONVINCED,
  /** The person was spoken to and does not believe it. */
  UNCONVINCED,
  /** The bank or carrier, or whoever decides, does as advised. */
  ADVICE_ACCEPTED,
  ADVICE_REFUSED,
  /** An appeal was made. */
  ADVICE_APPEALED,
  /** An appeal did not hold. */
  APPEAL_REFUSED,
  /** Lifted: by decision, or because an appeal holds. */
  ADVICE_RELEASED,
  /** The step cannot have this result. */
  DOES_NOT_FIT;

  public static OutcomeMeaning of(Outcome.Step step, Outcome.Result result) {
    return switch (step) {
      case SMS -> ofMessage(result);
      case CALL, VISIT, FOLLOW_UP -> ofConversation(result);
      case FAMILY -> ofFamily(result);
      case STOP_PAYMENT -> ofStop(result);
      case APPEAL -> ofAppeal(result);
    };
  }

  /** An SMS never counts as dissuaded, nor as contact, whatever was reported. */
  private static OutcomeMeaning ofMessage(Outcome.Result result) {
    return switch (result) {
      case DELIVERED, REACHED, ACCEPTED, REFUSED -> DONE;
      case FAILED, NO_ANSWER, BUSY, EVADED, FORWARDED -> UNREACHED;
      case RELEASED -> DOES_NOT_FIT;
    };
  }

  private static OutcomeMeaning ofConversation(Outcome.Result result) {
    return switch (result) {
      case REACHED -> REACHED;
      case ACCEPTED -> CONVINCED;
      case REFUSED -> UNCONVINCED;
      case FAILED, NO_ANSWER, BUSY, EVADED, FORWARDED -> UNREACHED;
      case DELIVERED, RELEASED -> DOES_NOT_FIT;
    };
  }

  /** Whoever told the family has not spoken to the person. */
  private static OutcomeMeaning ofFamily(Outcome.Result result) {
    return switch (result) {
      case DELIVERED, REACHED, ACCEPTED, REFUSED -> DONE;
      case FAILED, NO_ANSWER, BUSY, EVADED, FORWARDED -> UNREACHED;
      case RELEASED -> DOES_NOT_FIT;
    };
  }

  private static OutcomeMeaning ofStop(Outcome.Result result) {
    return switch (result) {
      case DELIVERED, REACHED -> DONE;
      case ACCEPTED -> ADVICE_ACCEPTED;
      case REFUSED -> ADVICE_REFUSED;
      case RELEASED -> ADVICE_RELEASED;
      case FAILED, NO_ANSWER, BUSY -> UNREACHED;
      case EVADED, FORWARDED -> DOES_NOT_FIT;
    };
  }

  private static OutcomeMeaning ofAppeal(Outcome.Result result) {
    return switch (result) {
      case DELIVERED, REACHED -> ADVICE_APPEALED;
      case ACCEPTED, RELEASED -> ADVICE_RELEASED;
      case REFUSED -> APPEAL_REFUSED;
      case FAILED, NO_ANSWER, BUSY, EVADED, FORWARDED -> DOES_NOT_FIT;
    };
  }
}
