package org.tocsin.runtime.fold;

import java.io.Serializable;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tocsin.core.stage.Stage;
import org.tocsin.runtime.types.CodecTypeInfo;

/** Puts a {@link Stage} whose keys write to each other into a job. */
public final class Loops {

  private Loops() {}

  /** The key an input is for. */
  @FunctionalInterface
  public interface Key<I> extends ToLongFunction<I>, Serializable {}

  /** What of the output is meant for another key; null for what is meant for the outside. */
  @FunctionalInterface
  public interface Written<O, I> extends Serializable {
    I of(O output);
  }

  /**
   * @param input with what came back of the output of other subtasks
   * @param uid the operator's stable id, also its name
   */
  public static <I, S, O> SingleOutputStreamOperator<O> loop(
      DataStream<I> input,
      String uid,
      Key<I> key,
      Written<O, I> written,
      Stage<I, S, O> stage,
      CodecTypeInfo<S> state,
      TypeInformation<O> output,
      FoldSettings settings,
      TimeSource time) {
    return input
        .keyBy(key::applyAsLong, Types.LONG)
        .transform(uid, output, new LoopOperator<>(stage, key, written, state, settings, time))
        .uid(uid);
  }
}
