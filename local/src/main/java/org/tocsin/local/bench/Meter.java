package org.tocsin.local.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Counts what passes a place in a job that runs in this JVM. The counts are found by name because
 * functions travel to their task as bytes.
 */
final class Meter {

  private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

  private Meter() {}

  /** Puts a meter into a stream; it is chained to what comes before it. */
  static <T> DataStream<T> into(DataStream<T> stream, TypeInformation<T> type, String name) {
    COUNTS.put(name, new LongAdder());
    return stream.map(new Count<T>(name)).returns(type).name(name).uid(name);
  }

  static long read(String name) {
    LongAdder count = COUNTS.get(name);
    return count == null ? 0 : count.sum();
  }

  private static final class Count<T> implements MapFunction<T, T> {

    private static final long serialVersionUID = 1L;

    private final String name;
    private transient LongAdder count;

    Count(String name) {
      this.name = name;
    }

    @Override
    public T map(T value) {
      if (count == null) {
        count = COUNTS.computeIfAbsent(name, unknown -> new LongAdder());
      }
      count.increment();
      return value;
    }
  }
}
