package org.tocsin.runtime.wire;

import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.schemas.Contract;

/** Between accepted input records and events. Thread-safe. */
public final class EventMapper {

  private static final RecordMapping<Transaction> TRANSACTION =
      RecordMapping.of(Transaction.class, Contract.TRANSACTION.schema());
  private static final RecordMapping<Call> CALL =
      RecordMapping.of(Call.class, Contract.CALL.schema());
  private static final RecordMapping<CardOpening> CARD_OPENING =
      RecordMapping.of(CardOpening.class, Contract.CARD_OPENING.schema());
  private static final RecordMapping<Clue> CLUE =
      RecordMapping.of(Clue.class, Contract.CLUE.schema());
  private static final RecordMapping<Outcome> OUTCOME =
      RecordMapping.of(Outcome.class, Contract.OUTCOME.schema());

  private final Money money;

  /**
   * @param money brings the amounts of transactions into the deployment's currency
   */
  public EventMapper(Money money) {
    this.money = money;
  }

  /** The contract's side of an input stream. */
  public static Contract contractOf(Stream stream) {
    return Contract.valueOf(stream.name());
  }

  /**
   * The event of an accepted record.
   *
   * @param record of the stream's schema
   */
  public Event toEvent(Stream stream, IndexedRecord record) {
    return switch (stream) {
      case TRANSACTION -> money.convert(TRANSACTION.toCore(record));
      case CALL -> CALL.toCore(record);
      case CARD_OPENING -> CARD_OPENING.toCore(record);
      case CLUE -> CLUE.toCore(record);
      case OUTCOME -> OUTCOME.toCore(record);
    };
  }

  /** The record that carries the event, its amounts as they are. */
  public static GenericRecord toRecord(Event event) {
    if (event instanceof Transaction transaction) {
      return TRANSACTION.toWire(transaction);
    } else if (event instanceof Call call) {
      return CALL.toWire(call);
    } else if (event instanceof CardOpening opening) {
      return CARD_OPENING.toWire(opening);
    } else if (event instanceof Clue clue) {
      return CLUE.toWire(clue);
    }
    return OUTCOME.toWire((Outcome) event);
  }
}
