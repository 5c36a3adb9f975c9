package org.tocsin.runtime.wire;

import java.time.ZoneId;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.Task;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.core.links.Link;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Warning;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.PlainJson;
import org.tocsin.schemas.SingleObject;

/**
 * A record on its way out, ready for a topic or a file.
 *
 * @param contract the stream it goes to
 * @param key of the Kafka message: the token of the one it is most about, so that what concerns one
 *     account, phone or person stays in order
 * @param record of the stream's schema
 */
public record Outgoing(Contract contract, String key, GenericRecord record) {

  /** The Kafka value. */
  public byte[] value() {
    return SingleObject.encode(contract, record);
  }

  /** The line of a file, without its end; times with the zone's offset. */
  public String line(ZoneId zone) {
    return PlainJson.write(contract, record, zone);
  }

  public static Outgoing of(Event event) {
    Contract contract = EventMapper.contractOf(event.stream());
    return new Outgoing(contract, keyOf(event), EventMapper.toRecord(event));
  }

  public static Outgoing of(Signal signal) {
    return new Outgoing(Contract.SIGNAL, signal.subject(), OutputMapper.toRecord(signal));
  }

  public static Outgoing of(Warning warning) {
    return new Outgoing(Contract.WARNING, warning.caseOwner(), OutputMapper.toRecord(warning));
  }

  public static Outgoing of(Task task) {
    return new Outgoing(Contract.TASK, task.person(), OutputMapper.toRecord(task));
  }

  public static Outgoing of(CaseChange change) {
    return new Outgoing(Contract.CASE, change.person(), OutputMapper.toRecord(change));
  }

  public static Outgoing of(AdviceChange change) {
    Advice advice = change.advice();
    String key = firstOf(advice.account(), advice.phone(), advice.person());
    return new Outgoing(
        Contract.ADVICE, key == null ? advice.adviceId() : key, OutputMapper.toRecord(change));
  }

  public static Outgoing of(Link link) {
    return new Outgoing(Contract.LINK, link.linkId(), OutputMapper.toRecord(link));
  }

  public static Outgoing of(HeldChange change) {
    return new Outgoing(Contract.QUEUE, change.heldId(), OutputMapper.toRecord(change));
  }

  public static Outgoing of(Rejection rejection) {
    return new Outgoing(
        Contract.REJECTED,
        rejection.source() == null ? rejection.stream() : rejection.source(),
        OutputMapper.toRecord(rejection));
  }

  public static Outgoing of(Finding.Held held) {
    return new Outgoing(Contract.NOT_WARNED, held.caseOwner(), OutputMapper.toRecord(held));
  }

  /** The key an event travels under. */
  public static String keyOf(Event event) {
    if (event instanceof Transaction transaction) {
      return firstOf(transaction.payerAccount(), transaction.payeeAccount());
    } else if (event instanceof Call call) {
      return call.caller();
    } else if (event instanceof CardOpening opening) {
      return opening.person();
    } else if (event instanceof Clue clue) {
      return firstOf(clue.phone(), clue.account(), clue.person());
    }
    Outcome outcome = (Outcome) event;
    return firstOf(outcome.person(), outcome.caseId());
  }

  private static String firstOf(String... tokens) {
    for (String token : tokens) {
      if (token != null) {
        return token;
      }
    }
    return null;
  }
}
