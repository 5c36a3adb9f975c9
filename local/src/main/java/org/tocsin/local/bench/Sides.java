package org.tocsin.local.bench;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Transaction;

/**
 * Hands raw events to whom they concern. In the mix a phone's owner can be read off its token, so
 * the stock operators are spared the join of phone and person that the real job makes.
 */
final class Sides implements FlatMapFunction<Event, Side> {

  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(Event event, Collector<Side> out) {
    if (event instanceof Transaction transaction) {
      if (transaction.payerPerson() != null) {
        out.collect(new Side(transaction.payerPerson(), false, event));
      }
      if (transaction.payeePerson() != null) {
        out.collect(new Side(transaction.payeePerson(), true, event));
      }
    } else if (event instanceof Call call) {
      out.collect(new Side(call.caller(), false, event));
      if (call.callee() != null) {
        out.collect(new Side(call.callee().replace("phone-", "person-"), true, event));
      }
    } else if (event instanceof CardOpening opening && opening.contactPhone() != null) {
      out.collect(new Side(opening.contactPhone(), true, event));
    }
  }
}
