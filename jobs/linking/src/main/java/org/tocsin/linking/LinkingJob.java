package org.tocsin.linking;

import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.core.links.LinkInput;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.kafka.EventReader;
import org.tocsin.runtime.kafka.KafkaInput;
import org.tocsin.runtime.kafka.KafkaOutput;
import org.tocsin.runtime.kafka.MailTopic;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;

/**
 * The live linking job: transactions, openings, clues, outcomes and warnings in, links.v1 and
 * further warnings out. Arguments are those of docs/reference/settings.md.
 */
public final class LinkingJob {

  public static final String NAME = "linking";

  private static final List<Contract> INPUTS =
      List.of(
          Contract.TRANSACTION,
          Contract.CARD_OPENING,
          Contract.CLUE,
          Contract.OUTCOME,
          Contract.WARNING);

  private LinkingJob() {}

  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.of(arguments, System.getenv());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobEnvironment.configure(environment, settings);
    attach(environment, settings);
    environment.execute(NAME);
  }

  /**
   * Everything from Kafka to Kafka; the environment is configured and executed by the caller. What
   * is refused here was refused by detection or dissuasion too, and they tell of it.
   */
  public static void attach(StreamExecutionEnvironment environment, JobSettings settings) {
    Rulebook rules = settings.rulebook();
    PipelineSettings pipeline = settings.pipeline();
    KafkaInput<LinkInput> input =
        KafkaInput.attach(
            environment,
            settings,
            Uids.INPUT,
            NAME,
            INPUTS,
            new LinkInputReader(new EventReader(rules.currency(), rules.rates())),
            CodecTypeInfo.of(LinkInput.class),
            pipeline.time());
    LinkingStreams streams =
        LinkingPipeline.attach(
            input.accepted(), MailTopic.read(environment, settings, Uids.MAIL_IN), rules, pipeline);
    MailTopic.write(streams.mail(), settings, Uids.MAIL_OUT);
    KafkaOutput.attach(streams.links(), settings, Uids.LINKS_OUT, Outgoing::of);
    KafkaOutput.attach(streams.ownWarnings(), settings, Uids.WARNINGS_OUT, Outgoing::of);
  }
}
