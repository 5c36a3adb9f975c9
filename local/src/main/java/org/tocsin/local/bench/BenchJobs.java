package org.tocsin.local.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.Ids;
import org.tocsin.detection.DetectionPipeline;
import org.tocsin.detection.DetectionStreams;
import org.tocsin.linking.LinkingJob;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.kafka.EventReader;
import org.tocsin.runtime.kafka.KafkaInput;
import org.tocsin.runtime.kafka.KafkaOutput;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;

/**
 * The jobs that are measured against each other. All read the same topics with the same source and
 * decoder, are set up by the same {@link JobEnvironment}, and differ only in what comes behind it.
 */
final class BenchJobs {

  private static final CodecTypeInfo<Event> EVENT = CodecTypeInfo.of(Event.class);
  private static final AtomicInteger RUNS = new AtomicInteger();

  private final String bootstrap;

  BenchJobs(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Kafka → decode → keyBy → Kafka: what any job on these events costs at least. */
  Consumer<StreamExecutionEnvironment> identity() {
    return environment -> {
      JobSettings settings = settings("earliest");
      JobEnvironment.configure(environment, settings);
      DataStream<Event> handedOn =
          events(environment, settings)
              .keyBy(event -> Ids.key(Outgoing.keyOf(event)), Types.LONG)
              .map(new HandOn())
              .returns(EVENT)
              .name("identity")
              .uid("identity");
      KafkaOutput.attach(handedOn, settings, "identity-out", Outgoing::of);
    };
  }

  /** Kafka → all patterns → Kafka, as it is deployed. */
  Consumer<StreamExecutionEnvironment> full(String start) {
    return environment -> {
      JobSettings settings = settings(start);
      JobEnvironment.configure(environment, settings);
      DetectionStreams found =
          DetectionPipeline.attach(
              events(environment, settings), settings.rulebook(), settings.pipeline());
      KafkaOutput.attach(found.warnings(), settings, "warnings-out", Outgoing::of);
      KafkaOutput.attach(found.signals(), settings, "signals-out", Outgoing::of);
    };
  }

  /** The linking job, as it is deployed. */
  Consumer<StreamExecutionEnvironment> linking(String start) {
    return environment -> {
      JobSettings settings = settings(start);
      JobEnvironment.configure(environment, settings);
      LinkingJob.attach(environment, settings);
    };
  }

  /** Kafka → the same patterns, each a stock CEP operator on raw events. */
  Consumer<StreamExecutionEnvironment> stock() {
    return environment -> {
      JobSettings settings = settings("earliest");
      JobEnvironment.configure(environment, settings);
      DataStream<Side> sides =
          events(environment, settings)
              .flatMap(new Sides())
              .returns(CodecTypeInfo.of(Side.class))
              .name("sides")
              .uid("sides");
      for (Map.Entry<String, Pattern<Side, ?>> row : StockPatterns.all().entrySet()) {
        match(sides, row.getKey(), row.getValue());
      }
    };
  }

  private static <F extends Side> void match(
      DataStream<Side> sides, String name, Pattern<Side, F> pattern) {
    CEP.pattern(sides.keyBy(side -> Ids.key(side.key()), Types.LONG), pattern)
        .inEventTime()
        .process(new Found(), Types.STRING)
        .name("stock-" + name)
        .uid("stock-" + name)
        .sinkTo(new DiscardingSink<>())
        .name("stock-out-" + name)
        .uid("stock-out-" + name);
  }

  private DataStream<Event> events(StreamExecutionEnvironment environment, JobSettings settings) {
    DataStream<Event> accepted =
        KafkaInput.attach(
                environment,
                settings,
                "events",
                "bench",
                Contract.inputs(),
                new EventReader("CNY", Map.of()),
                EVENT,
                TimeSource.wall())
            .accepted();
    return Meter.into(accepted, EVENT, Throughput.METER);
  }

  /** Each run reads in a group of its own: a group goes on where its last run ended. */
  private JobSettings settings(String start) {
    return JobSettings.of(
        Map.of(
            Setting.BOOTSTRAP,
            bootstrap,
            Setting.GROUP,
            "bench-" + RUNS.incrementAndGet(),
            Setting.START,
            start,
            Setting.TICKS,
            "false"));
  }

  private static final class HandOn implements MapFunction<Event, Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public Event map(Event event) {
      return event;
    }
  }

  private static final class Found extends PatternProcessFunction<Side, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processMatch(
        Map<String, List<Side>> match, Context context, Collector<String> out) {
      out.collect(match.keySet().toString());
    }
  }
}
