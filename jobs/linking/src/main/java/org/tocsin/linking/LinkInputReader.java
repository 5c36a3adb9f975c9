package org.tocsin.linking;

import org.apache.avro.generic.IndexedRecord;
import org.tocsin.core.links.LinkInput;
import org.tocsin.runtime.kafka.EventReader;
import org.tocsin.runtime.kafka.RecordReader;
import org.tocsin.runtime.wire.OutputMapper;
import org.tocsin.schemas.Contract;

/** Reads warnings.v1 and the input streams. */
final class LinkInputReader implements RecordReader<LinkInput> {

  private static final long serialVersionUID = 1L;

  private final EventReader events;

  LinkInputReader(EventReader events) {
    this.events = events;
  }

  @Override
  public LinkInput read(Contract stream, IndexedRecord record) {
    return stream == Contract.WARNING
        ? new LinkInput.WarningSeen(OutputMapper.warning(record))
        : new LinkInput.EventSeen(events.read(stream, record));
  }

  @Override
  public long eventTime(LinkInput input) {
    return input.time();
  }

  @Override
  public Contract stream(LinkInput input) {
    return input instanceof LinkInput.EventSeen seen
        ? events.stream(seen.event())
        : Contract.WARNING;
  }
}
