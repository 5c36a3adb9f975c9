package org.tocsin.local.feed;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.tocsin.core.codec.UnionCodec;
import org.tocsin.core.event.Event;
import org.tocsin.local.CannotRun;
import org.tocsin.local.WorkFolder;
import org.tocsin.local.input.InputFolder;
import org.tocsin.local.input.InputSettings;
import org.tocsin.local.input.Progress;
import org.tocsin.local.input.StreamCounts;
import org.tocsin.local.sort.MergedRuns;
import org.tocsin.runtime.wire.EventMapper;
import org.tocsin.runtime.wire.Money;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.KafkaAccess;

/** Reads a folder, sorts it, sends it. */
final class Feed {

  /** Whoever receives the records converts their amounts. */
  private static final EventMapper AMOUNTS_AS_SENT = new EventMapper(new Money("CNY", Map.of()));

  private final Path in;
  private final KafkaAccess kafka;
  private final Pace pace;
  private final PrintStream out;
  private final Progress progress;

  Feed(Path in, KafkaAccess kafka, Pace pace, PrintStream out) {
    this.in = in;
    this.kafka = kafka;
    this.pace = pace;
    this.out = out;
    this.progress = new Progress(out);
  }

  void run() throws IOException {
    InputFolder input = InputFolder.open(in);
    BrokerTopics.prepare(kafka);
    RefusedLines refused = new RefusedLines();
    try (WorkFolder work =
            WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "tocsin-feed-");
        Sender sender = new Sender(kafka)) {
      progress.say("reading %s", in);
      InputFolder.Sorted sorted =
          input.sort(InputSettings.of(AMOUNTS_AS_SENT), work.path(), refused, progress);
      progress.say("sending %,d records to %s", sorted.total().used(), kafka);
      send(sorted, sender);
      report(sorted, sender, refused);
    }
  }

  private void send(InputFolder.Sorted sorted, Sender sender) throws IOException {
    UnionCodec<Event> codec = UnionCodec.of(Event.class);
    try (MergedRuns records = new MergedRuns(sorted.runs())) {
      for (byte[] record = records.next(); record != null; record = records.next()) {
        Event event = codec.read(new DataInputStream(new ByteArrayInputStream(record)));
        pace.await(event.eventTime());
        sender.send(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRun("interrupted while sending", e);
    }
    sender.flush();
  }

  private void report(InputFolder.Sorted sorted, Sender sender, RefusedLines refused) {
    out.printf("%-24s%12s%12s%12s%12s%n", "stream", "read", "sent", "copies", "refused");
    for (Map.Entry<Contract, StreamCounts> each : sorted.counts().entrySet()) {
      StreamCounts counts = each.getValue();
      out.printf(
          "%-24s%,12d%,12d%,12d%,12d%n",
          each.getKey().topic(),
          counts.read(),
          sender.sent().getOrDefault(each.getKey(), 0L),
          counts.duplicates(),
          counts.rejected());
    }
    refused.report(out);
  }
}
