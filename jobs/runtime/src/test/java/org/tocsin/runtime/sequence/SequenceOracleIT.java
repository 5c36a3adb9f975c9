package org.tocsin.runtime.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.runtime.types.CodecTypeInfo;

/** The engine against Flink's own {@code CEP.pattern} in event time, on random histories. */
class SequenceOracleIT {

  private static final int SUBJECTS = 1_500;
  private static final int SIGNALS = 14;
  private static final long SPAN_MILLIS = 60_000;
  private static final long END = Long.MAX_VALUE / 2;

  private static final Map<String, List<Signal>> HISTORIES = histories();

  /** What the stock operators found: sequence, then match, each match as text. */
  private static Map<String, Set<String>> stock;

  private static Map<String, List<Signal>> histories() {
    Map<String, List<Signal>> histories = new HashMap<>();
    for (int seed = 0; seed < SUBJECTS; seed++) {
      String subject = "p%04d".formatted(seed);
      histories.put(subject, Signals.random(subject, seed, SIGNALS, SPAN_MILLIS));
    }
    return histories;
  }

  @BeforeAll
  static void ask_the_stock_operators() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    List<Signal> all =
        HISTORIES.values().stream().flatMap(List::stream).sorted(Signals.IN_ORDER).toList();
    KeyedStream<Signal, String> signals =
        environment
            .fromData(CodecTypeInfo.of(Signal.class), all.toArray(Signal[]::new))
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Signal>forMonotonousTimestamps()
                    .withTimestampAssigner((signal, before) -> signal.eventTime()))
            .keyBy(Signal::subject, Types.STRING);
    DataStream<String> found = null;
    for (NamedSequence sequence : sequences()) {
      DataStream<String> matches =
          CEP.pattern(signals, sequence.pattern())
              .inEventTime()
              .process(new AsText(sequence.name()), Types.STRING);
      found = found == null ? matches : found.union(matches);
    }
    stock = new HashMap<>();
    try (CloseableIterator<String> lines = found.executeAndCollect()) {
      lines.forEachRemaining(SequenceOracleIT::addStock);
    }
  }

  private static void addStock(String line) {
    String sequence = line.substring(0, line.indexOf('|'));
    stock.computeIfAbsent(sequence, any -> new TreeSet<>()).add(line);
  }

  private static List<NamedSequence> sequences() {
    return Stream.of(Sequences.positive(), Sequences.timed(), List.of(Sequences.early()))
        .flatMap(List::stream)
        .toList();
  }

  /** A match as text: sequence, first signal, then each step's signals. */
  private static String text(String sequence, Map<String, List<Signal>> stages) {
    String steps =
        stages.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(step -> step.getKey() + "=" + ids(step.getValue()))
            .collect(Collectors.joining(" "));
    return sequence + "|" + new Match(sequence, stages).first().signalId() + "|" + steps;
  }

  private static String ids(List<Signal> signals) {
    return signals.stream().map(Signal::signalId).collect(Collectors.joining(","));
  }

  private static final class AsText extends PatternProcessFunction<Signal, String> {
    private static final long serialVersionUID = 1L;
    private final String sequence;

    AsText(String sequence) {
      this.sequence = sequence;
    }

    @Override
    public void processMatch(
        Map<String, List<Signal>> match, Context context, Collector<String> out) {
      out.collect(text(sequence, match));
    }
  }

  @Test
  void the_streams_make_every_sequence_match() {
    assertThat(stock.keySet())
        .containsExactlyInAnyOrderElementsOf(
            sequences().stream().map(NamedSequence::name).toList());
    assertThat(stock.values()).allSatisfy(matches -> assertThat(matches).hasSizeGreaterThan(100));
  }

  @Test
  void in_order_the_engine_finds_the_same_matches() {
    for (NamedSequence sequence : sequences()) {
      Set<String> found = new TreeSet<>();
      SequenceEngine engine = new SequenceEngine(List.of(sequence));
      HISTORIES.values().forEach(history -> arrive(engine, history, 0, found));

      assertThat(found).as(sequence.name()).isEqualTo(stock.get(sequence.name()));
    }
  }

  @Test
  void in_any_order_no_match_is_missed_and_each_begins_with_the_same_signal() {
    for (NamedSequence sequence : Sequences.positive()) {
      Set<String> found = new TreeSet<>();
      SequenceEngine engine = new SequenceEngine(List.of(sequence));
      HISTORIES.forEach((subject, history) -> arrive(engine, shuffled(history), END, found));

      assertThat(found).as(sequence.name()).containsAll(stock.get(sequence.name()));
      assertThat(firsts(found)).as(sequence.name()).isEqualTo(firsts(stock.get(sequence.name())));
    }
  }

  @Test
  void in_any_order_what_waits_for_time_is_the_same_while_disorder_is_within_the_bound() {
    for (NamedSequence sequence : Sequences.timed()) {
      Set<String> found = new TreeSet<>();
      SequenceEngine engine = new SequenceEngine(List.of(sequence));
      HISTORIES.forEach(
          (subject, history) -> arrive(engine, disordered(history, 5_000), 5_000, found));

      assertThat(found).as(sequence.name()).isEqualTo(stock.get(sequence.name()));
    }
  }

  @Test
  void in_any_order_an_early_negation_misses_nothing() {
    Set<String> found = new TreeSet<>();
    SequenceEngine engine = new SequenceEngine(List.of(Sequences.early()));
    HISTORIES.forEach((subject, history) -> arrive(engine, shuffled(history), END, found));

    assertThat(found).containsAll(stock.get("early"));
  }

  /** Signals arrive one by one; the watermark follows the newest by {@code bound}. */
  private static void arrive(
      SequenceEngine engine, List<Signal> arriving, long bound, Set<String> found) {
    List<Signal> history = new ArrayList<>();
    long newest = Long.MIN_VALUE / 2;
    long watermark = Long.MIN_VALUE;
    for (Signal signal : arriving) {
      history.add(signal);
      history.sort(Signals.IN_ORDER);
      add(engine.matchesWith(signal, history, watermark), found);
      newest = Math.max(newest, signal.eventTime());
      watermark = Math.max(watermark, newest - bound - 1);
      wake(engine, history, watermark, found);
    }
    wake(engine, history, END, found);
  }

  /** As a stage's timers would. */
  private static void wake(
      SequenceEngine engine, List<Signal> history, long watermark, Set<String> found) {
    long now = Long.MIN_VALUE;
    OptionalLong next = engine.nextAbsence(history, now);
    while (next.isPresent() && next.getAsLong() <= watermark) {
      now = next.getAsLong();
      add(engine.matchesByAbsence(history, now), found);
      next = engine.nextAbsence(history, now);
    }
  }

  private static void add(List<Match> matches, Set<String> found) {
    matches.forEach(match -> found.add(text(match.sequence(), match.stages())));
  }

  private static List<Signal> shuffled(List<Signal> history) {
    List<Signal> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, new Random(history.get(0).signalId().hashCode()));
    return shuffled;
  }

  /** Each signal arrives up to {@code bound} after its time. */
  private static List<Signal> disordered(List<Signal> history, int bound) {
    Random random = new Random(history.get(0).signalId().hashCode());
    Map<Signal, Long> arrival = new HashMap<>();
    history.forEach(signal -> arrival.put(signal, signal.eventTime() + random.nextInt(bound)));
    List<Signal> disordered = new ArrayList<>(history);
    disordered.sort(java.util.Comparator.comparingLong(arrival::get));
    return disordered;
  }

  private static Set<String> firsts(Set<String> matches) {
    Set<String> firsts = new HashSet<>();
    matches.forEach(match -> firsts.add(match.substring(0, match.lastIndexOf('|'))));
    return firsts;
  }
}
