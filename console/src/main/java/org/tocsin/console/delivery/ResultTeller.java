package org.tocsin.console.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.store.DeliveryStore;
import org.tocsin.console.wire.Sender;
import org.tocsin.console.wire.Wire;
import org.tocsin.core.id.Ids;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;
import org.tocsin.schemas.Times;

/**
 * Tells the dissuasion job what became of messages, as outcomes. A result is told until the broker
 * has it; its id is made from the message, so telling it twice changes nothing.
 */
public final class ResultTeller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultTeller.class);
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final int AT_ONCE_MAX = 200;
  private static final long WAIT_SECONDS = 12;

  private final DeliveryStore store;
  private final Wire wire;
  private final Sender sender;
  private final String source;
  private final ZoneId zone;
  private final Clock clock;
  private final Loop loop = new Loop("delivery-results", IDLE, this::round);

  public ResultTeller(
      DeliveryStore store, Wire wire, Sender sender, String source, ZoneId zone, Clock clock) {
    this.store = store;
    this.wire = wire;
    this.sender = sender;
    this.source = source;
    this.zone = zone;
    this.clock = clock;
  }

  public ResultTeller start() {
    loop.start();
    return this;
  }

  private boolean round() {
    List<DeliveryStore.Untold> untold = store.untold(AT_ONCE_MAX);
    for (DeliveryStore.Untold one : untold) {
      tell(one);
      store.told(one.delivery(), clock.instant());
    }
    return untold.size() == AT_ONCE_MAX;
  }

  private void tell(DeliveryStore.Untold one) {
    Reading reading =
        wire.read(Contract.OUTCOME, json(one).toString().getBytes(StandardCharsets.UTF_8));
    if (reading instanceof Reading.Refused refused) {
      // Only a source setting that breaks the contract comes here; waiting would not mend it.
      LOG.error("A result cannot be told: {} {}", refused.code(), refused.reason());
      return;
    }
    try {
      sender
          .send(Contract.OUTCOME, ((Reading.Accepted) reading).record(), clock.millis())
          .get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not take results", e);
    }
  }

  private ObjectNode json(DeliveryStore.Untold one) {
    Delivery delivery = one.delivery();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventId", Ids.of("delivery", delivery.key(), one.result()));
    node.put("source", source);
    node.put("eventTime", Times.format(one.at().toEpochMilli(), zone));
    node.put("caseId", delivery.caseId());
    node.put("step", delivery.kind().name());
    return node.put("result", one.result());
  }

  @Override
  public void close() {
    loop.close();
  }
}
