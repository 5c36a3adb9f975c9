package org.tocsin.local.replay;

import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.core.event.Event;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.detection.DetectionPipeline;
import org.tocsin.detection.DetectionStreams;
import org.tocsin.dissuasion.DissuasionPipeline;
import org.tocsin.dissuasion.DissuasionStreams;
import org.tocsin.linking.LinkingPipeline;
import org.tocsin.linking.LinkingStreams;
import org.tocsin.local.input.InputFolder;
import org.tocsin.runtime.fold.FoldSettings;
import org.tocsin.runtime.rocksdb.RocksDbRecipe;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;

/**
 * The pipelines of the live jobs in one bounded job: sorted file → detection → linking → dissuasion
 * → files. One subtask and one channel between any two steps, so what comes out depends on the
 * input alone.
 */
final class ReplayJob {

  /** The streams the job writes, each into a working file. */
  static final List<Contract> WRITTEN =
      List.of(
          Contract.SIGNAL,
          Contract.WARNING,
          Contract.CASE,
          Contract.TASK,
          Contract.ADVICE,
          Contract.LINK);

  /**
   * Up to so many events all state stays on the heap: each event knows four keys at most, and in
   * life many events share them. Beyond, what is seldom asked for goes to RocksDB.
   */
  static final long HEAP_EVENTS_MAX = 400_000;

  private static final int CACHED_BESIDE_ROCKSDB = 120_000;
  private static final String LOOPBACK = "127.0.0.1";

  private final Rulebook rules;
  private final String zone;
  private final OutputFolder output;
  private final boolean onHeap;

  ReplayJob(Rulebook rules, ZoneId zone, OutputFolder output, boolean onHeap) {
    this.rules = rules;
    this.zone = zone.getId();
    this.output = output;
    this.onHeap = onHeap;
  }

  static String raw(Contract stream) {
    return stream.topic() + ".raw";
  }

  /**
   * @throws Exception when the job fails, which no input should make it do
   */
  void run(InputFolder.Sorted sorted) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, cluster());
    JobEnvironment.configureReplay(environment);
    if (!onHeap) {
      Configuration rocksDb = JobEnvironment.replay();
      RocksDbRecipe.apply(rocksDb);
      environment.configure(rocksDb);
    }
    draw(environment, sorted);
    environment.execute("replay");
  }

  private Configuration cluster() {
    Configuration settings = new Configuration();
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(CoreOptions.TMP_DIRS, output.workFolder().toString());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    return settings;
  }

  private void draw(StreamExecutionEnvironment environment, InputFolder.Sorted sorted) {
    int cached = onHeap ? Integer.MAX_VALUE : CACHED_BESIDE_ROCKSDB;
    PipelineSettings settings =
        PipelineSettings.replay().withFold(FoldSettings.DEFAULT.withCacheEntries(cached));
    DataStream<Event> events =
        environment
            .fromSource(
                new SortedSource(sorted.runs()),
                WatermarkStrategy.noWatermarks(),
                "sorted-events",
                CodecTypeInfo.of(Event.class))
            .uid("sorted-events");
    DetectionStreams detected = DetectionPipeline.attach(events, rules, settings);
    LinkingStreams linked =
        LinkingPipeline.attach(InTimeOrder.of(events, detected.findings()), rules, settings);
    DissuasionStreams dissuaded = DissuasionPipeline.attach(linked.caseInputs(), rules, settings);
    String offset = zone;
    write(
        detected.signals(),
        Contract.SIGNAL,
        s -> new RawLine(s.signalId(), s.eventTime(), line(Outgoing.of(s), offset)));
    write(
        linked.warnings(),
        Contract.WARNING,
        w -> new RawLine(w.warningId(), w.eventTime(), line(Outgoing.of(w), offset)));
    write(
        linked.links(),
        Contract.LINK,
        l -> new RawLine(l.linkId(), l.revision(), line(Outgoing.of(l), offset)));
    write(
        dissuaded.cases(),
        Contract.CASE,
        c -> new RawLine(c.caseId(), c.changedAt(), line(Outgoing.of(c), offset)));
    write(
        dissuaded.tasks(),
        Contract.TASK,
        t -> new RawLine(t.taskId(), t.createdAt(), line(Outgoing.of(t), offset)));
    write(
        dissuaded.advice(),
        Contract.ADVICE,
        a -> new RawLine(a.advice().adviceId(), a.changedAt(), line(Outgoing.of(a), offset)));
  }

  private static String line(Outgoing outgoing, String zone) {
    return outgoing.line(ZoneId.of(zone));
  }

  private <T> void write(DataStream<T> stream, Contract contract, LineSink.Line<T> line) {
    String name = "write-" + contract.topic();
    stream.sinkTo(new LineSink<>(output.work(raw(contract)), line)).uid(name).name(name);
  }
}
