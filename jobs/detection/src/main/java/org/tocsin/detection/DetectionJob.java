package org.tocsin.detection;

import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tocsin.core.event.Event;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.kafka.EventReader;
import org.tocsin.runtime.kafka.KafkaInput;
import org.tocsin.runtime.kafka.KafkaOutput;
import org.tocsin.runtime.kafka.MailTopic;
import org.tocsin.runtime.settings.JobEnvironment;
import org.tocsin.runtime.settings.JobSettings;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Outgoing;
import org.tocsin.schemas.Contract;

/**
 * The detection job, live: events from Kafka; signals, warnings, what was held back and refused
 * records to Kafka.
 */
public final class DetectionJob {

  public static final String NAME = "detection";

  private static final List<Contract> INPUTS =
      List.of(
          Contract.TRANSACTION,
          Contract.CALL,
          Contract.CARD_OPENING,
          Contract.CLUE,
          Contract.OUTCOME);

  private DetectionJob() {}

  /**
   * @param arguments {@code --key value} pairs, see docs/reference/settings.md
   */
  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.of(arguments, System.getenv());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.live(settings));
    define(environment, settings);
    environment.execute(NAME);
  }

  /** Draws the job into an environment that is configured already. */
  public static void define(StreamExecutionEnvironment environment, JobSettings settings) {
    Rulebook rules = settings.rulebook();
    KafkaInput<Event> input =
        KafkaInput.attach(
            environment,
            settings,
            Uids.INPUT,
            NAME,
            INPUTS,
            new EventReader(rules.currency(), rules.rates()),
            CodecTypeInfo.of(Event.class),
            TimeSource.wall());
    DetectionStreams streams =
        DetectionPipeline.attach(input.accepted(), rules, settings.pipeline());
    KafkaOutput.attach(streams.signals(), settings, Uids.SIGNALS_OUT, Outgoing::of);
    KafkaOutput.attach(streams.warnings(), settings, Uids.WARNINGS_OUT, Outgoing::of);
    MailTopic.write(streams.letters(), settings, Uids.LETTERS_OUT);
    KafkaOutput.attach(streams.held(), settings, Uids.HELD_OUT, Outgoing::of);
    KafkaOutput.attach(input.rejected(), settings, Uids.REJECTED_OUT, Outgoing::of);
  }
}
