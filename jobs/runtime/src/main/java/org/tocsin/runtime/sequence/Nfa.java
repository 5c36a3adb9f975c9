package org.tocsin.runtime.sequence;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.cep.configuration.SharedBufferCacheConfig;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.time.TimerService;
import org.apache.flink.configuration.Configuration;
import org.tocsin.core.signal.Signal;
import org.tocsin.runtime.types.CodecSerializer;

/**
 * Flink's automaton of one pattern, run over a short history from its beginning each time. The only
 * class that touches flink-cep's NFA, which is not stable API; the oracle test guards its upgrade.
 */
final class Nfa implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final AfterMatchSkipStrategy NO_SKIP = AfterMatchSkipStrategy.noSkip();

  private static final TimerService NO_PROCESSING_TIME =
      () -> {
        throw new UnsupportedOperationException("a sequence knows no processing time");
      };

  private final NFACompiler.NFAFactory<Signal> factory;
  private transient NFA<Signal> opened;

  private Nfa(NFACompiler.NFAFactory<Signal> factory) {
    this.factory = factory;
  }

  static Nfa compile(Pattern<Signal, ?> pattern) {
    return new Nfa(NFACompiler.compileFactory(pattern, false));
  }

  /** The memory of one evaluation at a time; one serves all patterns of a thread. */
  static final class Memory {

    private final HeapMaps maps = new HeapMaps();
    private final SharedBuffer<Signal> buffer =
        new SharedBuffer<>(
            maps, new CodecSerializer<>(Signal.class), new SharedBufferCacheConfig());

    Memory() {
      // Each buffer starts a thread that only logs.
      buffer.releaseCacheStatisticsTimer();
    }
  }

  /**
   * All matches, as the stock operator would find them.
   *
   * @param signals in (time, id) order
   * @param now absence is concluded up to here when it is later than the last signal
   */
  List<Map<String, List<Signal>>> run(Memory memory, List<Signal> signals, long now) {
    List<Map<String, List<Signal>>> matches = new ArrayList<>();
    try (SharedBufferAccessor<Signal> accessor = memory.buffer.getAccessor()) {
      NFA<Signal> nfa = nfa();
      NFAState state = nfa.createInitialNFAState();
      long reached = Long.MIN_VALUE;
      for (Signal signal : signals) {
        long time = signal.eventTime();
        if (time > reached) {
          matches.addAll(nfa.advanceTime(accessor, state, time, NO_SKIP).f0);
          reached = time;
        }
        matches.addAll(nfa.process(accessor, state, signal, time, NO_SKIP, NO_PROCESSING_TIME));
      }
      if (now > reached) {
        matches.addAll(nfa.advanceTime(accessor, state, now, NO_SKIP).f0);
      }
    } catch (Exception e) {
      throw new IllegalStateException("a sequence cannot be evaluated", e);
    } finally {
      memory.maps.clear();
    }
    return matches;
  }

  private NFA<Signal> nfa() throws Exception {
    if (opened == null) {
      NFA<Signal> nfa = factory.createNFA();
      nfa.open(noContext(), new Configuration());
      opened = nfa;
    }
    return opened;
  }

  /** Flink's own conditions ask for a context when opened and never use it; nor do ours. */
  private static RuntimeContext noContext() {
    return (RuntimeContext)
        Proxy.newProxyInstance(
            Nfa.class.getClassLoader(),
            new Class<?>[] {RuntimeContext.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException("a condition knows no runtime context");
            });
  }
}
