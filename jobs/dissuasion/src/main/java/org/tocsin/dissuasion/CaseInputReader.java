package org.tocsin.dissuasion;

import org.apache.avro.generic.IndexedRecord;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.event.Outcome;
import org.tocsin.runtime.kafka.EventReader;
import org.tocsin.runtime.kafka.RecordReader;
import org.tocsin.runtime.wire.OutputMapper;
import org.tocsin.schemas.Contract;

/** Reads warnings.v1 and dissuasion.outcomes.v1. */
final class CaseInputReader implements RecordReader<CaseInput> {

  private static final long serialVersionUID = 1L;

  private final EventReader events;

  CaseInputReader(EventReader events) {
    this.events = events;
  }

  @Override
  public CaseInput read(Contract stream, IndexedRecord record) {
    return stream == Contract.WARNING
        ? new CaseInput.WarningRaised(OutputMapper.warning(record))
        : new CaseInput.OutcomeReported((Outcome) events.read(stream, record));
  }

  /** A warning's own event may be a day old; for the teams it begins when it was detected. */
  @Override
  public long eventTime(CaseInput input) {
    return input.time();
  }

  @Override
  public Contract stream(CaseInput input) {
    return input instanceof CaseInput.WarningRaised ? Contract.WARNING : Contract.OUTCOME;
  }
}
