package org.tocsin.dissuasion;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.Task;
import org.tocsin.core.cases.UnmatchedOutcome;
import org.tocsin.core.gate.GateOutput;
import org.tocsin.core.gate.HeldChange;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * What the dissuasion job makes.
 *
 * @param unmatched outcomes that changed no case, with the reason
 * @param gate what came through the gate and what was held back at it
 */
public record DissuasionStreams(
    DataStream<CaseChange> cases,
    DataStream<Task> tasks,
    DataStream<AdviceChange> advice,
    DataStream<UnmatchedOutcome> unmatched,
    DataStream<GateOutput> gate) {

  /** The operator's queue. Operators are added when it is asked for only. */
  public DataStream<HeldChange> held() {
    CodecTypeInfo<HeldChange> type = CodecTypeInfo.of(HeldChange.class);
    DataStream<HeldChange> outcomes =
        unmatched
            .map(HeldChange::of)
            .returns(type)
            .uid("dissuasion-unmatched-told")
            .name("dissuasion-unmatched-told");
    return gate.flatMap(new HeldOnly())
        .returns(type)
        .uid("dissuasion-held")
        .name("dissuasion-held")
        .union(outcomes);
  }

  private static final class HeldOnly implements FlatMapFunction<GateOutput, HeldChange> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(GateOutput output, Collector<HeldChange> out) {
      if (output instanceof HeldChange change) {
        out.collect(change);
      }
    }
  }
}
