package org.tocsin.runtime.fold;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tocsin.core.stage.Stage;
import org.tocsin.runtime.types.CodecTypeInfo;

/** Puts a {@link Stage} into a job: the one way in which a keyed step is made. */
public final class Folds {

  private Folds() {}

  /**
   * @param uid the operator's stable id, also its name; state in a savepoint is found by it
   * @param key 64-bit keys: the RocksDB recipe needs keys of fixed length
   * @param output {@link CodecTypeInfo} for records and sealed interfaces
   */
  public static <I, S, O> SingleOutputStreamOperator<O> fold(
      DataStream<I> input,
      String uid,
      KeySelector<I, Long> key,
      Stage<I, S, O> stage,
      CodecTypeInfo<S> state,
      TypeInformation<O> output,
      FoldSettings settings,
      TimeSource time) {
    return input
        .keyBy(key, Types.LONG)
        .transform(uid, output, new FoldOperator<>(stage, state, settings, time))
        .uid(uid);
  }
}
