package org.tocsin.console.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.console.store.SourceStore;
import org.tocsin.console.web.Tokens;
import org.tocsin.console.wire.Sender;
import org.tocsin.console.wire.Wire;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.Reading;

/**
 * Takes events of banks and carriers over HTTP: lines of plain JSON, each checked by itself, the
 * good ones sent to Kafka before the answer says so. A body may be sent again: who reads the topics
 * drops duplicates.
 */
public final class Gateway {

  /** Some 10,000 transactions; it is held in memory. */
  public static final int BODY_BYTES_MAX = 8 * 1024 * 1024;

  /** Each line costs an entry in the answer at worst. */
  public static final int LINES_MAX = 20_000;

  private static final String BEARER = "Bearer ";

  private final SourceStore sources;
  private final Wire wire;
  private final Sender sender;
  private final MeterRegistry registry;

  public Gateway(SourceStore sources, Wire wire, Sender sender, MeterRegistry registry) {
    this.sources = sources;
    this.wire = wire;
    this.sender = sender;
    this.registry = registry;
  }

  /** What became of one line. A null code means accepted, once sent. */
  private static final class Line {
    private final int number;
    private CompletableFuture<Void> sent;
    private String code;
    private String reason;

    Line(int number) {
      this.number = number;
    }

    void refuse(String newCode, String newReason) {
      code = newCode;
      reason = newReason;
    }
  }

  public void receive(Context ctx) {
    Optional<String> source = source(ctx);
    if (source.isEmpty()) {
      ctx.status(401).header("WWW-Authenticate", "Bearer");
      sayError(ctx, "KEY_UNKNOWN", "The request needs an Authorization header with a valid key.");
      return;
    }
    Optional<Contract> contract =
        Contract.ofTopic(ctx.pathParam("topic")).filter(c -> Contract.inputs().contains(c));
    if (contract.isEmpty()) {
      ctx.status(404);
      sayError(ctx, "TOPIC_UNKNOWN", "The address must end in the name of an input stream.");
      return;
    }
    if (ctx.req().getContentLengthLong() > BODY_BYTES_MAX) {
      tooLarge(ctx);
      return;
    }
    List<byte[]> lines = NdjsonLines.split(ctx.bodyAsBytes());
    if (lines.size() > LINES_MAX) {
      tooLarge(ctx);
      return;
    }
    answer(ctx, contract.get(), deliver(contract.get(), source.get(), lines));
  }

  private static void tooLarge(Context ctx) {
    ctx.status(413);
    sayError(
        ctx,
        "BODY_TOO_LARGE",
        "A body may hold "
            + BODY_BYTES_MAX
            + " bytes and "
            + LINES_MAX
            + " lines; send less at once.");
  }

  private Optional<String> source(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      return Optional.empty();
    }
    return sources.sourceOf(Tokens.hash(header.substring(BEARER.length()).strip()));
  }

  private List<Line> deliver(Contract contract, String source, List<byte[]> texts) {
    List<Line> lines = new ArrayList<>(texts.size());
    for (byte[] text : texts) {
      Line line = new Line(lines.size() + 1);
      lines.add(line);
      check(contract, source, text, line);
    }
    for (Line line : lines) {
      await(line);
    }
    return lines;
  }

  private void check(Contract contract, String source, byte[] text, Line line) {
    Reading reading = wire.read(contract, text);
    if (reading instanceof Reading.Refused refused) {
      line.refuse(refused.code().name(), refused.reason());
      return;
    }
    GenericRecord record = ((Reading.Accepted) reading).record();
    if (!source.equals(String.valueOf(record.get("source")))) {
      line.refuse("FOREIGN_SOURCE", "source must be " + source + ", to which the key belongs");
      return;
    }
    line.sent = sender.send(contract, record, (Long) record.get("eventTime"));
  }

  private static void await(Line line) {
    if (line.sent == null) {
      return;
    }
    try {
      line.sent.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      line.refuse("NOT_DELIVERED", "the service is stopping; send the line again");
    } catch (java.util.concurrent.ExecutionException e) {
      line.refuse("NOT_DELIVERED", "the message broker did not take it in time; send it again");
    }
  }

  private void answer(Context ctx, Contract contract, List<Line> lines) {
    ArrayNode listed = JsonNodeFactory.instance.arrayNode(lines.size());
    int accepted = 0;
    boolean undelivered = false;
    for (Line line : lines) {
      ObjectNode node = listed.addObject().put("line", line.number);
      node.put("accepted", line.code == null);
      if (line.code == null) {
        accepted++;
      } else {
        node.put("reasonCode", line.code).put("reason", line.reason);
        undelivered |= line.code.equals("NOT_DELIVERED");
      }
    }
    count(contract, "accepted", accepted);
    count(contract, "refused", lines.size() - accepted);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("read", lines.size());
    body.put("accepted", accepted);
    body.put("refused", lines.size() - accepted);
    body.set("lines", listed);
    ctx.status(undelivered ? 503 : 200).contentType("application/json").result(body.toString());
  }

  private void count(Contract contract, String what, int number) {
    registry
        .counter("tocsin.gateway.lines", "topic", contract.topic(), "result", what)
        .increment(number);
  }

  /** An answer that is not about single lines. */
  public static void sayError(Context ctx, String code, String sentence) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("reasonCode", code).put("reason", sentence);
    ctx.contentType("application/json").result(body.toString());
  }
}
