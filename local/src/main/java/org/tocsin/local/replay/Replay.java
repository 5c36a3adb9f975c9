package org.tocsin.local.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.local.input.InputFolder;
import org.tocsin.local.input.InputSettings;
import org.tocsin.local.input.Progress;
import org.tocsin.runtime.wire.EventMapper;
import org.tocsin.runtime.wire.Money;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;

/** Reads a folder, sorts it, runs the jobs over it, writes the output files. */
final class Replay {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Path in;
  private final Path out;
  private final long heapEventsMax;
  private final Progress progress;
  private final Rulebook rules;
  private final ZoneId zone;

  Replay(Path in, Path out, Rulebook rules, PrintStream progress) {
    this(in, out, rules, progress, ReplayJob.HEAP_EVENTS_MAX);
  }

  Replay(Path in, Path out, Rulebook rules, PrintStream progress, long heapEventsMax) {
    this.in = in;
    this.out = out;
    this.rules = rules;
    this.zone = ZoneId.of(rules.zone());
    this.heapEventsMax = heapEventsMax;
    this.progress = new Progress(progress);
  }

  Summary run() throws Exception {
    long began = System.nanoTime();
    InputFolder input = InputFolder.open(in);
    try (OutputFolder output = OutputFolder.open(out)) {
      try {
        return run(input, output, began);
      } catch (Exception e) {
        throw output.understood(e);
      }
    }
  }

  private Summary run(InputFolder input, OutputFolder output, long began) throws Exception {
    progress.say("reading %s", in);
    InputFolder.Sorted sorted = read(input, output);
    progress.say("running the jobs over %,d events", sorted.total().used());
    new ReplayJob(rules, zone, output, sorted.total().used() <= heapEventsMax).run(sorted);
    progress.say("writing %s", out);
    Summary summary = write(sorted, output);
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    progress.say(
        "done in %.1f s, %,.0f records a second", seconds, sorted.total().read() / seconds);
    return summary;
  }

  private InputFolder.Sorted read(InputFolder input, OutputFolder output) throws IOException {
    EventMapper mapper = new EventMapper(new Money(rules.currency(), rules.rates()));
    Path file = output.work(Contract.REJECTED.file());
    try (BufferedWriter rejected = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      return input.sort(
          InputSettings.of(mapper),
          output.workFolder(),
          refused -> line(Outgoing.of(refused).line(zone), rejected),
          progress);
    }
  }

  private static void line(String json, BufferedWriter out) {
    try {
      out.write(json);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Summary write(InputFolder.Sorted sorted, OutputFolder output) throws IOException {
    Map<Contract, Long> counts = new EnumMap<>(Contract.class);
    for (Contract stream : ReplayJob.WRITTEN) {
      Path raw = output.work(ReplayJob.raw(stream));
      Path file = output.work(stream.file());
      // A signal is told again when more is known of it; only warnings and what follows have a life
      // whose every step is wanted.
      long ids =
          stream == Contract.SIGNAL
              ? OutputFile.lastOfEach(raw, file)
              : OutputFile.everyLine(raw, file);
      counts.put(stream, ids);
    }
    Summary summary =
        new Summary(
            sorted.counts(),
            counts.get(Contract.SIGNAL),
            counts.get(Contract.WARNING),
            counts.get(Contract.CASE),
            counts.get(Contract.TASK));
    summary.write(output.work(Summary.FILE));
    output.publish(files());
    return summary;
  }

  private static List<String> files() {
    List<String> files = new ArrayList<>();
    ReplayJob.WRITTEN.forEach(stream -> files.add(stream.file()));
    files.add(Contract.REJECTED.file());
    // Last, so that whoever waits for it finds the others.
    files.add(Summary.FILE);
    return files;
  }
}
