package org.tocsin.dissuasion;

import java.util.List;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Tier;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** Warnings as detection sends them. */
final class Warnings {

  private static final String PERSON = "person-7";

  private Warnings() {}

  /** V1, T3+. */
  static Warning urgent(long detectedAt) {
    return WarningBuilder.builder()
        .warningId("w1")
        .caseId(CaseIds.of(EntityKey.person(PERSON).hash(), "w1"))
        .revision(1)
        .lane(Lane.VICTIM)
        .pattern("V1")
        .alsoPatterns(List.of())
        .rulesVersion("1")
        .subjectKind(SubjectKind.PERSON)
        .subject(PERSON)
        .person(PERSON)
        .grade(Grade.URGENT)
        .tier(Tier.IN_PERSON)
        .score(90)
        .eventTime(detectedAt)
        .detectedAt(detectedAt)
        .reason(new Text("警告", "a warning"))
        .evidence(List.of(new Evidence(Stream.CALL, "carrier", "c1", detectedAt, "a call")))
        .advice(List.of())
        .build();
  }
}
