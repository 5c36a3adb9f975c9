package org.tocsin.core.pattern;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Signal;
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
    List<Proposal> advice) {

  public Assessment {
    signals = List.copyOf(signals);
    advice = List.copyOf(advice);
  }
}
