package org.tocsin.local.input;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.tocsin.core.codec.UnionCodec;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.local.sort.SortEntry;
import org.tocsin.local.sort.SortedRuns;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.PlainJson;
import org.tocsin.schemas.Reading;

/** Reads the file of one stream: checks each line, drops copies, hands the rest to the sort. */
final class StreamFile {

  private static final int BATCH_LINES = 500;
  private static final int BATCH_BYTES = 1 << 20;

  private static final UnionCodec<Event> EVENTS = UnionCodec.of(Event.class);

  private final Contract stream;
  private final Stream eventStream;
  private final InputSettings settings;
  private final Consumer<Rejection> refusals;
  private final SortedRuns sort;
  private final CopyFilter copies = new CopyFilter();

  private long read;
  private long used;
  private long duplicates;
  private long conflicts;
  private long rejected;
  private long late;
  private long newest = Long.MIN_VALUE;

  StreamFile(
      Contract stream, InputSettings settings, Consumer<Rejection> refusals, SortedRuns sort) {
    this.stream = stream;
    this.eventStream = Stream.ofTopic(stream.topic()).orElseThrow();
    this.settings = settings;
    this.refusals = refusals;
    this.sort = sort;
  }

  /** A line and what was read from it; of an accepted one the entry, of a refused one why. */
  private record Judged(LineReader.Line line, SortEntry entry, Reading.Refused refused) {}

  StreamCounts read(Path file, InOrder workers, Progress progress) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        LineReader lines = new LineReader(in, Contract.RECORD_BYTES_MAX)) {
      workers.run(
          () -> batch(lines),
          this::judge,
          batch -> {
            for (Judged each : batch) {
              take(each);
            }
            progress.read(stream, read);
          });
    }
    return new StreamCounts(read, used, duplicates, conflicts, rejected, late);
  }

  private static List<LineReader.Line> batch(LineReader lines) throws IOException {
    List<LineReader.Line> batch = new ArrayList<>(BATCH_LINES);
    int bytes = 0;
    while (batch.size() < BATCH_LINES && bytes < BATCH_BYTES) {
      LineReader.Line line = lines.next();
      if (line == null) {
        break;
      }
      batch.add(line);
      bytes += line.bytes().length;
    }
    return batch.isEmpty() ? null : batch;
  }

  private List<Judged> judge(List<LineReader.Line> batch) {
    return batch.stream().map(this::judge).toList();
  }

  private Judged judge(LineReader.Line line) {
    Reading reading = PlainJson.read(stream, line.bytes(), settings.now());
    if (reading instanceof Reading.Refused refused) {
      return new Judged(line, null, refused);
    }
    GenericRecord record = ((Reading.Accepted) reading).record();
    Event event = settings.mapper().toEvent(eventStream, record);
    return new Judged(line, new SortEntry(event.eventTime(), identity(event), bytes(event)), null);
  }

  private static byte[] bytes(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try {
      EVENTS.write(event, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /** Also the order among records of one time: stream, source, id. */
  private byte[] identity(Event event) {
    byte[] source = event.source().getBytes(StandardCharsets.UTF_8);
    byte[] id = event.eventId().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream identity = new ByteArrayOutputStream(source.length + id.length + 2);
    identity.write(stream.ordinal());
    identity.writeBytes(source);
    // No source holds a control character, so no source is the beginning of another.
    identity.write(0);
    identity.writeBytes(id);
    return identity.toByteArray();
  }

  private void take(Judged judged) throws IOException {
    read++;
    if (judged.refused != null) {
      rejected++;
      String position = Long.toString(judged.line.number());
      refusals.accept(Rejection.of(stream, position, judged.refused, judged.line.bytes()));
      return;
    }
    SortEntry entry = judged.entry;
    switch (copies.add(entry.key(), entry.record())) {
      case NEW -> use(entry);
      case COPY -> duplicates++;
      case CONFLICT -> {
        duplicates++;
        conflicts++;
      }
    }
  }

  private void use(SortEntry entry) throws IOException {
    used++;
    if (newest != Long.MIN_VALUE && entry.time() < newest - settings.lateness().toMillis()) {
      late++;
    }
    newest = Math.max(newest, entry.time());
    sort.add(entry);
  }
}
