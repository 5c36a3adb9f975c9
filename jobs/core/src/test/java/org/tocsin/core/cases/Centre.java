package org.tocsin.core.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tocsin.core.cases.CaseInput.WarningRaised;
import org.tocsin.core.codec.RecordCodec;
import org.tocsin.core.gate.GateOutput;
import org.tocsin.core.gate.GateStage;
import org.tocsin.core.gate.GateState;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.core.gate.Owners;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * The gate, the stops and the cases of everybody, without Flink: state in maps, timers in a set,
 * the time by hand. Can be killed, and goes on from what its last checkpoint holds in bytes.
 */
final class Centre {

  /** What a kill leaves: bytes of all states, and the timers. */
  record Checkpoint(
      Map<Long, byte[]> gate,
      Map<Long, byte[]> stops,
      Map<Long, byte[]> cases,
      TreeSet<Wake> wakes,
      long now) {}

  record Wake(long at, int stage, long key) implements Comparable<Wake> {

    private static final Comparator<Wake> ORDER =
        Comparator.comparingLong(Wake::at)
            .thenComparingInt(Wake::stage)
            .thenComparingLong(Wake::key);

    @Override
    public int compareTo(Wake other) {
      return ORDER.compare(this, other);
    }
  }

  private final Runner<CaseInput, GateState, GateOutput> gate;
  private final Runner<CaseInput, AccountStops, CaseInput> stops;
  private final Runner<CaseInput, CaseFile, CaseOutput> cases;
  private final Consumer<Object> told;
  final Map<String, Integer> counts = new TreeMap<>();
  private TreeSet<Wake> wakes = new TreeSet<>();
  private long now;
  private long watermark = Long.MIN_VALUE;

  /**
   * @param told of every {@link CaseOutput} and {@link HeldChange}
   */
  Centre(DissuasionRules rules, Consumer<Object> told) {
    this.told = told;
    this.stops = new Runner<>(1, new StopStage(rules.stops()), AccountStops.class);
    this.cases = new Runner<>(2, new CaseStage(rules, StandardRules.ZONE), CaseFile.class);
    this.gate = new Runner<>(0, new GateStage(rules), GateState.class);
  }

  /** What comes at a time, after everything that was due before. */
  void input(CaseInput input, long at) {
    runTo(at - 1);
    now = at;
    watermark = at - 1;
    List<CaseInput> parts =
        input instanceof WarningRaised raised ? Owners.split(raised) : List.of(input);
    for (CaseInput part : parts) {
      gate.take(GateStage.key(part), part, this::afterGate);
    }
  }

  void runTo(long time) {
    while (!wakes.isEmpty() && wakes.first().at() <= time) {
      Wake wake = wakes.pollFirst();
      watermark = Math.max(watermark, wake.at());
      now = Math.max(now, wake.at());
      if (wake.stage() == 0) {
        gate.wake(wake.key(), this::afterGate);
      } else if (wake.stage() == 1) {
        stops.wake(wake.key(), this::afterStops);
      } else {
        cases.wake(wake.key(), told::accept);
      }
    }
    now = Math.max(now, time);
    watermark = Math.max(watermark, time);
  }

  private void afterGate(GateOutput output) {
    if (output instanceof GateOutput.Passed passed) {
      for (CaseInput part : StopStage.parts(passed.input())) {
        stops.take(StopStage.key(part), part, this::afterStops);
      }
    } else {
      told.accept(output);
    }
  }

  private void afterStops(CaseInput input) {
    cases.take(input.key(), input, told::accept);
  }

  long now() {
    return now;
  }

  Map<Long, AccountStops> stops() {
    return stops.states;
  }

  Map<Long, CaseFile> files() {
    return cases.states;
  }

  /** When something is due next; {@code Long.MAX_VALUE} when nothing is. */
  long nextDue() {
    return wakes.isEmpty() ? Long.MAX_VALUE : wakes.first().at();
  }

  Checkpoint checkpoint() {
    return new Checkpoint(gate.bytes(), stops.bytes(), cases.bytes(), new TreeSet<>(wakes), now);
  }

  void restore(Checkpoint checkpoint) {
    gate.read(checkpoint.gate());
    stops.read(checkpoint.stops());
    cases.read(checkpoint.cases());
    wakes = new TreeSet<>(checkpoint.wakes());
    now = checkpoint.now();
    watermark = checkpoint.now();
  }

  private final class Runner<I, S extends Record, O> {
    private final int number;
    private final Stage<I, S, O> stage;
    private final RecordCodec<S> codec;
    private Map<Long, S> states = new HashMap<>();

    Runner(int number, Stage<I, S, O> stage, Class<S> type) {
      this.number = number;
      this.stage = stage;
      this.codec = RecordCodec.of(type);
    }

    void take(long key, I input, Consumer<O> next) {
      Deque<O> out = new ArrayDeque<>();
      put(key, stage.onInput(key, states.get(key), input, turn(key, out)));
      out.forEach(next);
    }

    void wake(long key, Consumer<O> next) {
      Deque<O> out = new ArrayDeque<>();
      put(key, stage.onTime(key, states.get(key), turn(key, out)));
      out.forEach(next);
    }

    private void put(long key, S state) {
      if (state == null) {
        states.remove(key);
      } else {
        states.put(key, state);
      }
    }

    private Turn<O> turn(long key, Deque<O> out) {
      return new TestTurn<>(
          () -> now,
          () -> watermark,
          out::add,
          time -> wakes.add(new Wake(time, number, key)),
          counts);
    }

    Map<Long, byte[]> bytes() {
      Map<Long, byte[]> bytes = new TreeMap<>();
      states.forEach((key, state) -> bytes.put(key, bytes(state)));
      return bytes;
    }

    private byte[] bytes(S state) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        codec.write(state, new DataOutputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    void read(Map<Long, byte[]> bytes) {
      states = new HashMap<>();
      bytes.forEach(
          (key, written) -> {
            try {
              states.put(key, codec.read(new DataInputStream(new ByteArrayInputStream(written))));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
