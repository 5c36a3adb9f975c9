package org.tocsin.dissuasion;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tocsin.core.cases.AccountStops;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseChange;
import org.tocsin.core.cases.CaseFile;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.cases.CaseOutput;
import org.tocsin.core.cases.CaseStage;
import org.tocsin.core.cases.StopStage;
import org.tocsin.core.cases.Task;
import org.tocsin.core.cases.UnmatchedOutcome;
import org.tocsin.core.gate.GateOutput;
import org.tocsin.core.gate.GateStage;
import org.tocsin.core.gate.GateState;
import org.tocsin.core.gate.Owners;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.fold.FoldSettings;
import org.tocsin.runtime.fold.Folds;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * The topology of the dissuasion job; sources, sinks and clock come in from outside.
 *
 * <pre>
 * warnings, outcomes ─ split ─ gate ─ stops ─ cases ─ case changes, tasks, advice
 *                              └── held back ──────┴── unmatched outcomes: the operator's queue
 * </pre>
 */
public final class DissuasionPipeline {

  /** They share the room for states evenly. */
  private static final int STEPS = 3;

  private DissuasionPipeline() {}

  /**
   * @param inputs warnings and outcomes with event times; copies are ignored by id
   */
  public static DissuasionStreams attach(
      DataStream<CaseInput> inputs, Rulebook rulebook, PipelineSettings settings) {
    FoldSettings fold = settings.fold().withPart(1.0 / STEPS);
    DataStream<GateOutput> gate =
        Folds.fold(
            inputs
                .flatMap(new Split())
                .returns(CodecTypeInfo.of(CaseInput.class))
                .uid("dissuasion-split")
                .name("dissuasion-split"),
            "dissuasion-gate",
            GateStage::key,
            new GateStage(rulebook.dissuasion()),
            CodecTypeInfo.of(GateState.class),
            CodecTypeInfo.of(GateOutput.class),
            fold,
            settings.time());
    DataStream<CaseInput> answered =
        Folds.fold(
            gate.flatMap(new Passed())
                .returns(CodecTypeInfo.of(CaseInput.class))
                .uid("dissuasion-passed")
                .name("dissuasion-passed"),
            "dissuasion-stops",
            StopStage::key,
            new StopStage(rulebook.dissuasion().stops()),
            CodecTypeInfo.of(AccountStops.class),
            CodecTypeInfo.of(CaseInput.class),
            fold,
            settings.time());
    DataStream<CaseOutput> outputs =
        Folds.fold(
            answered,
            "dissuasion-cases",
            CaseInput::key,
            new CaseStage(rulebook.dissuasion(), rulebook.zone()),
            CodecTypeInfo.of(CaseFile.class),
            CodecTypeInfo.of(CaseOutput.class),
            fold,
            settings.time());
    return new DissuasionStreams(
        only(CaseChange.class, outputs, "dissuasion-case-changes"),
        only(Task.class, outputs, "dissuasion-tasks"),
        only(AdviceChange.class, outputs, "dissuasion-advice"),
        only(UnmatchedOutcome.class, outputs, "dissuasion-unmatched"),
        gate);
  }

  private static <T extends CaseOutput> DataStream<T> only(
      Class<T> type, DataStream<CaseOutput> outputs, String uid) {
    return outputs.flatMap(new Only<>(type)).returns(CodecTypeInfo.of(type)).uid(uid).name(uid);
  }

  /** A warning says things about other cases than its own. */
  private static final class Split implements FlatMapFunction<CaseInput, CaseInput> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(CaseInput input, Collector<CaseInput> out) {
      if (input instanceof CaseInput.WarningRaised raised) {
        Owners.split(raised).forEach(out::collect);
      } else {
        out.collect(input);
      }
    }
  }

  private static final class Passed implements FlatMapFunction<GateOutput, CaseInput> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(GateOutput output, Collector<CaseInput> out) {
      if (output instanceof GateOutput.Passed passed) {
        StopStage.parts(passed.input()).forEach(out::collect);
      }
    }
  }

  /** Lets one kind of output through. */
  private record Only<T extends CaseOutput>(Class<T> type)
      implements FlatMapFunction<CaseOutput, T> {

    @Override
    public void flatMap(CaseOutput output, Collector<T> out) {
      if (type.isInstance(output)) {
        out.collect(type.cast(output));
      }
    }
  }
}
