package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.rulebook.DecisionRules;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/**
 * The latest case of an owner, as far as linking knows, and what it has warned of itself. A case
 * that detection has opened is gone on with; what is put between its warnings moves those behind.
 *
 * @param caseId null when there was none
 * @param revision told last in it
 * @param concludedAt epoch milliseconds; null while it is open
 * @param between warnings put into it here
 * @param warned of here, the latest
 */
@RecordBuilder
record Cases(String caseId, int revision, Long concludedAt, int between, List<Warned> warned) {

  private static final int WARNED_MAX = 16;

  static final Cases NONE = new Cases(null, 0, null, 0, List.of());

  /** One of this job's warnings. */
  record Warned(String warningId, String pattern, String subject, Level level, long time) {}

  /** A warning of detection with the revision that is its own. */
  Warning passing(Warning warning) {
    return WarningBuilder.builder(warning)
        .revision(warning.revision() + (warning.caseId().equals(caseId) ? between : 0))
        .build();
  }

  Cases passed(Warning passing) {
    boolean same = passing.caseId().equals(caseId);
    return new Cases(
        passing.caseId(),
        same ? Math.max(revision, passing.revision()) : passing.revision(),
        null,
        same ? between : 0,
        warned);
  }

  /** One of this job's, which came back by the topic it went to. */
  boolean isOwn(Warning warning) {
    return warned.stream().anyMatch(each -> each.warningId().equals(warning.warningId()));
  }

  /** A person and pattern has its quiet time, except upwards. */
  boolean isQuiet(Warning warning, DecisionRules settings) {
    Level level = Level.of(warning.grade());
    boolean lead = warning.lane() == Lane.MULE && warning.tier() == Tier.SMS;
    long quiet = (lead ? settings.watchQuiet() : settings.quiet()).toMillis();
    for (Warned each : warned) {
      boolean same = each.warningId().equals(warning.warningId());
      boolean near =
          each.pattern().equals(warning.pattern())
              && each.subject().equals(warning.subject())
              && !level.above(each.level())
              && Math.abs(warning.eventTime() - each.time()) < quiet;
      if (same || near) {
        return true;
      }
    }
    return false;
  }

  private boolean goesOn(long time, DecisionRules settings) {
    return caseId != null
        && (concludedAt == null || time - concludedAt <= settings.reopenWithin().toMillis());
  }

  Warning own(long key, Warning draft, long now, DecisionRules settings) {
    boolean goesOn = goesOn(draft.eventTime(), settings);
    return WarningBuilder.builder(draft)
        .caseId(goesOn ? caseId : CaseIds.of(key, draft.warningId()))
        .revision(goesOn ? revision + 1 : 1)
        .detectedAt(now)
        .build();
  }

  Cases with(Warning own) {
    List<Warned> more = new ArrayList<>(warned);
    more.add(
        new Warned(
            own.warningId(), own.pattern(), own.subject(), Level.of(own.grade()), own.eventTime()));
    boolean same = own.caseId().equals(caseId);
    return new Cases(
        own.caseId(),
        own.revision(),
        null,
        same ? between + 1 : 1,
        List.copyOf(more.subList(Math.max(0, more.size() - WARNED_MAX), more.size())));
  }

  Cases concluded(Outcome outcome) {
    boolean ours = outcome.caseId() == null || outcome.caseId().equals(caseId);
    return ours && caseId != null && concludes(outcome)
        ? CasesBuilder.builder(this).concludedAt(outcome.eventTime()).build()
        : this;
  }

  private static boolean concludes(Outcome outcome) {
    if (outcome.conclusion() == null) {
      return false;
    }
    return switch (outcome.conclusion()) {
      case SCAM_STOPPED, SCAM_ALREADY_PAID, NOT_SCAM, VICTIM_TURNED_MULE, DUPLICATE -> true;
      case UNREACHED, REFUSED_TO_BELIEVE -> false;
    };
  }
}
