package org.tocsin.local.replay;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.tocsin.core.codec.UnionCodec;
import org.tocsin.core.event.Event;
import org.tocsin.local.sort.MergedRuns;

/**
 * The sorted events as a bounded Flink source of one reader. The watermark runs in band, just below
 * each new time, so a timer fires after everything up to its time and before anything later.
 */
final class SortedSource implements Source<Event, NoSplit, NoSplit> {

  private static final long serialVersionUID = 1L;

  private final List<String> runs;

  SortedSource(List<Path> runs) {
    this.runs = runs.stream().map(Path::toString).toList();
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<Event, NoSplit> createReader(SourceReaderContext context) {
    if (context.currentParallelism() != 1) {
      throw new IllegalStateException("a replay is deterministic at parallelism 1 only");
    }
    return new Reader(runs.stream().map(Path::of).toList());
  }

  @Override
  public SplitEnumerator<NoSplit, NoSplit> createEnumerator(
      SplitEnumeratorContext<NoSplit> context) {
    return new NoSplit.Enumerator();
  }

  @Override
  public SplitEnumerator<NoSplit, NoSplit> restoreEnumerator(
      SplitEnumeratorContext<NoSplit> context, NoSplit checkpoint) {
    return new NoSplit.Enumerator();
  }

  @Override
  public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
    return new NoSplit.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<NoSplit> getEnumeratorCheckpointSerializer() {
    return new NoSplit.Serializer();
  }

  /** Reads the runs in the task that runs it: they are files of this machine. */
  private static final class Reader implements SourceReader<Event, NoSplit> {

    private final List<Path> runs;
    private final UnionCodec<Event> codec = UnionCodec.of(Event.class);
    private MergedRuns merged;
    private long time = Long.MIN_VALUE;

    Reader(List<Path> runs) {
      this.runs = runs;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<Event> output) throws Exception {
      if (merged == null) {
        merged = new MergedRuns(runs);
      }
      byte[] record = merged.next();
      if (record == null) {
        return InputStatus.END_OF_INPUT;
      }
      Event event = codec.read(new DataInputStream(new ByteArrayInputStream(record)));
      if (event.eventTime() > time) {
        time = event.eventTime();
        output.emitWatermark(new Watermark(time - 1));
      }
      output.collect(event, time);
      return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<NoSplit> snapshotState(long checkpointId) {
      return List.of();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void addSplits(List<NoSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() throws IOException {
      if (merged != null) {
        merged.close();
      }
    }
  }
}
