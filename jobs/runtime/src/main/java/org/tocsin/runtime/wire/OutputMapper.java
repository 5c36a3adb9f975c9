package org.tocsin.runtime.wire;

import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.Task;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.core.links.Link;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Warning;
import org.tocsin.schemas.Contract;

/**
 * Between what the jobs make and the records of the output streams. Reading back throws {@link
 * IllegalArgumentException} for a code that only a newer version knows. Thread-safe.
 */
public final class OutputMapper {

  private static final RecordMapping<Signal> SIGNAL =
      RecordMapping.outward(Signal.class, Contract.SIGNAL.schema());
  private static final RecordMapping<Warning> WARNING =
      RecordMapping.of(Warning.class, Contract.WARNING.schema());
  private static final RecordMapping<HeldChange> QUEUE =
      RecordMapping.of(HeldChange.class, Contract.QUEUE.schema());
  private static final RecordMapping<Task> TASK =
      RecordMapping.of(Task.class, Contract.TASK.schema());
  private static final RecordMapping<CaseChange> CASE =
      RecordMapping.of(CaseChange.class, Contract.CASE.schema());
  private static final RecordMapping<AdviceLine> ADVICE =
      RecordMapping.of(AdviceLine.class, Contract.ADVICE.schema());
  private static final RecordMapping<Link> LINK =
      RecordMapping.of(Link.class, Contract.LINK.schema());
  private static final RecordMapping<Rejection> REJECTED =
      RecordMapping.of(Rejection.class, Contract.REJECTED.schema());

  private static final RecordMapping<Finding.Held> NOT_WARNED =
      RecordMapping.of(Finding.Held.class, Contract.NOT_WARNED.schema());

  private OutputMapper() {}

  public static GenericRecord toRecord(Signal signal) {
    return SIGNAL.toWire(signal);
  }

  public static GenericRecord toRecord(Warning warning) {
    return WARNING.toWire(warning);
  }

  public static GenericRecord toRecord(HeldChange change) {
    return QUEUE.toWire(change);
  }

  public static HeldChange heldChange(IndexedRecord record) {
    return QUEUE.toCore(record);
  }

  public static GenericRecord toRecord(Task task) {
    return TASK.toWire(task);
  }

  public static GenericRecord toRecord(CaseChange change) {
    return CASE.toWire(change);
  }

  public static GenericRecord toRecord(AdviceChange change) {
    return ADVICE.toWire(AdviceLine.of(change));
  }

  public static GenericRecord toRecord(Link link) {
    return LINK.toWire(link);
  }

  public static GenericRecord toRecord(Rejection rejection) {
    return REJECTED.toWire(rejection);
  }

  public static GenericRecord toRecord(Finding.Held held) {
    return NOT_WARNED.toWire(held);
  }

  public static Warning warning(IndexedRecord record) {
    return WARNING.toCore(record);
  }

  public static Task task(IndexedRecord record) {
    return TASK.toCore(record);
  }

  public static CaseChange caseChange(IndexedRecord record) {
    return CASE.toCore(record);
  }

  public static AdviceChange adviceChange(IndexedRecord record) {
    return ADVICE.toCore(record).change();
  }

  public static Link link(IndexedRecord record) {
    return LINK.toCore(record);
  }

  public static Finding.Held held(IndexedRecord record) {
    return NOT_WARNED.toCore(record);
  }

  public static Rejection rejection(IndexedRecord record) {
    return REJECTED.toCore(record);
  }
}
