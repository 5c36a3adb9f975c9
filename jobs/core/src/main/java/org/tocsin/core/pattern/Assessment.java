package org.tocsin.core.pattern;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;

/**
 * What a row makes of a match.
 *
 * @param score 0–100
 * @param amountAtRiskMinor null when none is known
 * @param first the signal that names this occurrence; the warning's id is made from it
 * @param signals all that speak for it, in event-time order, their evidence becomes the warning's
 * @param subject who or what the warning is about
 * @param region GB/T 2260 code; null when unknown
 * @param advice in order of urgency; may be empty
 * @param lane another than the row's, because the person is the one deceived; null for the row's
 */
@RecordBuilder
public record Assessment(
    Level level,
    int score,
    Long amountAtRiskMinor,
    Text reason,
    Signal first,
    List<Signal> signals,
    SubjectKind subjectKind,
    String subject,
    String region,
    List<Proposal> advice,
    Lane lane) {

  /** In the row's own lane. */
  public Assessment(
      Level level,
      int score,
      Long amountAtRiskMinor,
      Text reason,
      Signal first,
      List<Signal> signals,
      SubjectKind subjectKind,
      String subject,
      String region,
      List<Proposal> advice) {
    this(
        level,
        score,
        amountAtRiskMinor,
        reason,
        first,
        signals,
        subjectKind,
        subject,
        region,
        advice,
        null);
  }

  public Assessment {
    signals = List.copyOf(signals);
    advice = List.copyOf(advice);
  }
}
