package org.tocsin.runtime.kafka;

import java.math.BigDecimal;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.runtime.wire.EventMapper;
import org.tocsin.runtime.wire.Money;
import org.tocsin.schemas.Contract;

/** Reads the input streams as events, amounts in the deployment's currency. */
public final class EventReader implements RecordReader<Event> {

  private static final long serialVersionUID = 1L;

  private final String currency;
  private final Map<String, BigDecimal> worth;
  private transient EventMapper mapper;

  /**
   * @param currency ISO 4217 code of the deployment
   * @param worth see {@link Money}; may be empty
   */
  public EventReader(String currency, Map<String, BigDecimal> worth) {
    this.currency = currency;
    this.worth = Map.copyOf(worth);
  }

  @Override
  public Event read(Contract stream, IndexedRecord record) {
    if (mapper == null) {
      mapper = new EventMapper(new Money(currency, worth));
    }
    return mapper.toEvent(Stream.valueOf(stream.name()), record);
  }

  @Override
  public long eventTime(Event event) {
    return event.eventTime();
  }

  @Override
  public Contract stream(Event event) {
    return EventMapper.contractOf(event.stream());
  }
}
