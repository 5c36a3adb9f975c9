package org.tocsin.console.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.Topics;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;
import org.tocsin.core.id.Ids;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;

/** Sends what an officer recorded to the dissuasion job and keeps it for the case's history. */
public final class OutcomeSender {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeSender.class);
  private static final long WAIT_SECONDS = 12;

  private final Wire wire;
  private final Sender sender;
  private final BatchWriter writer;
  private final String source;
  private final ZoneId zone;
  private final Clock clock;

  public OutcomeSender(
      Wire wire, Sender sender, Jdbi jdbi, String source, ZoneId zone, Clock clock) {
    this.wire = wire;
    this.sender = sender;
    this.writer = new BatchWriter(jdbi);
    this.source = source;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * What the form held. Empty texts count as absent.
   *
   * @param formId made when the form was shown: the same form sent twice is the same outcome
   */
  public record Draft(
      String formId,
      String caseId,
      String step,
      String result,
      String conclusion,
      String officer,
      String account,
      String note,
      Map<String, String> checklist) {}

  /** What came of it. */
  public sealed interface Result {
    record Sent() implements Result {}

    /**
     * @param reason the checker's sentence, which names the field
     */
    record Refused(String reasonCode, String reason) implements Result {}

    record BrokerAway() implements Result {}
  }

  public Result send(Draft draft) {
    Reading reading =
        wire.read(Contract.OUTCOME, json(draft).toString().getBytes(StandardCharsets.UTF_8));
    if (reading instanceof Reading.Refused refused) {
      return new Result.Refused(refused.code().name(), refused.reason());
    }
    return deliver((Reading.Accepted) reading);
  }

  private Result deliver(Reading.Accepted accepted) {
    try {
      sender
          .send(Contract.OUTCOME, accepted.record(), clock.millis())
          .get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.BrokerAway();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("An outcome could not be sent: {}", e.getMessage());
      return new Result.BrokerAway();
    }
    keep(accepted);
    return new Result.Sent();
  }

  /** The topic tells of it too; written here already so that the officer sees it at once. */
  private void keep(Reading.Accepted accepted) {
    try {
      writer.write(
          java.util.List.of(
              new Told(
                  Topics.OUTCOMES,
                  0,
                  0,
                  clock.millis(),
                  wire.json(Contract.OUTCOME, accepted.record()))));
    } catch (RuntimeException e) {
      LOG.warn("An outcome was sent but not shown yet: {}", e.getMessage());
    }
  }

  private ObjectNode json(Draft draft) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("eventId", Ids.of(draft.caseId(), draft.formId()));
    node.put("source", source);
    node.put("eventTime", org.tocsin.schemas.Times.format(clock.millis(), zone));
    node.put("caseId", draft.caseId());
    put(node, "step", draft.step());
    put(node, "result", draft.result());
    put(node, "conclusion", draft.conclusion());
    put(node, "officer", draft.officer());
    put(node, "account", draft.account());
    put(node, "note", draft.note());
    ObjectNode checklist = JsonNodeFactory.instance.objectNode();
    draft.checklist().forEach((item, answer) -> put(checklist, item, answer));
    if (!checklist.isEmpty()) {
      node.set("checklist", checklist);
    }
    return node;
  }

  private static void put(ObjectNode node, String field, String value) {
    if (value != null && !value.isBlank()) {
      node.put(field, value.strip());
    }
  }
}
