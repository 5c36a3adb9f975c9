package org.tocsin.dissuasion;

import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.kafka.EventReader;
import org.tocsin.runtime.kafka.KafkaInput;
import org.tocsin.runtime.kafka.KafkaOutput;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;

/**
 * The live dissuasion job: warnings.v1 and dissuasion.outcomes.v1 in, cases.v1,
 * dissuasion.tasks.v1, advice.v1 and the operator's queue dissuasion.queue.v1 out. Arguments are
 * those of docs/reference/settings.md.
 */
public final class DissuasionJob {

  public static final String NAME = "dissuasion";

  /**
   * A case applies what comes late at the later time, so holding event time back by the banks'
   * disorder would gain nothing and make every deadline late by as much.
   */
  private static final String DISORDER = "PT1S";

  private DissuasionJob() {}

  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.of(arguments, System.getenv());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configure(environment, settings);
    attach(environment, settings);
    environment.execute(NAME);
  }

  /** Everything from Kafka to Kafka; the environment is configured and executed by the caller. */
  public static void attach(StreamExecutionEnvironment environment, JobSettings given) {
    JobSettings settings = given.with(Setting.DISORDER, DISORDER);
    Rulebook rulebook = settings.rulebook();
    PipelineSettings pipeline = settings.pipeline();
    KafkaInput<CaseInput> input =
        KafkaInput.attach(
            environment,
            settings,
            "dissuasion-input",
            NAME,
            List.of(Contract.WARNING, Contract.OUTCOME),
            new CaseInputReader(new EventReader(rulebook.currency(), rulebook.rates())),
            CodecTypeInfo.of(CaseInput.class),
            pipeline.time());
    DissuasionStreams streams = DissuasionPipeline.attach(input.accepted(), rulebook, pipeline);
    KafkaOutput.attach(streams.cases(), settings, "dissuasion-cases-out", Outgoing::of);
    KafkaOutput.attach(streams.tasks(), settings, "dissuasion-tasks-out", Outgoing::of);
    KafkaOutput.attach(streams.advice(), settings, "dissuasion-advice-out", Outgoing::of);
    KafkaOutput.attach(streams.held(), settings, "dissuasion-held-out", Outgoing::of);
    // Detection reads the outcomes too and tells of those that were refused.
    KafkaOutput.attach(
        input
            .rejected()
            .filter(rejection -> rejection.stream().equals(Contract.WARNING.topic()))
            .uid("dissuasion-rejected-warnings")
            .name("dissuasion-rejected-warnings"),
        settings,
        "dissuasion-rejected-out",
        Outgoing::of);
  }
}
