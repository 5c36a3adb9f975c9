package org.tocsin.detection;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.detect.MessageKeys;
import org.tocsin.core.detect.OwnerState;
import org.tocsin.core.detect.OwnershipStage;
import org.tocsin.core.detect.PersonHistory;
import org.tocsin.core.detect.ProfileStage;
import org.tocsin.core.detect.Routed;
import org.tocsin.core.detect.Router;
import org.tocsin.core.detect.SequenceStage;
import org.tocsin.core.detect.StandingStage;
import org.tocsin.core.detect.StandingState;
import org.tocsin.core.event.Event;
import org.tocsin.core.profile.Profile;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Message;
import org.tocsin.detection.sequence.Sequences;
import org.tocsin.runtime.fold.FoldSettings;
import org.tocsin.runtime.fold.Folds;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * The topology of the detection job; sources, sinks and clock come in from outside.
 *
 * <pre>
 * events ─ route ─ profiles ─ standings ─ ownership ─ sequences ─ findings
 *          copies  by entity  by other    by subject  by person
 *                             side            └────── signals
 * </pre>
 *
 * <p>It is one line, so that at parallelism 1 its output follows from the order of its input alone.
 */
public final class DetectionPipeline {

  /** The steps behind the profiles each hold so many times fewer states. */
  private static final int RARER = 2;

  private static final int RARE_STEPS = 3;

  /** The profiles' part of the room for states, by how many each step holds. */
  private static final double PROFILES_PART = (double) RARER / (RARER + RARE_STEPS);

  private DetectionPipeline() {}

  /**
   * @param events with event times; copies are dropped and counted
   */
  public static DetectionStreams attach(
      DataStream<Event> events, Rulebook rules, PipelineSettings settings) {
    CodecTypeInfo<Message> messages = CodecTypeInfo.of(Message.class);
    DataStream<Routed> routed =
        events
            .flatMap(new Route())
            .returns(CodecTypeInfo.of(Routed.class))
            .name(Uids.ROUTE)
            .uid(Uids.ROUTE);
    DataStream<Message> noticed =
        Folds.fold(
            routed,
            Uids.PROFILES,
            Routed::key,
            new ProfileStage(rules),
            CodecTypeInfo.of(Profile.class),
            messages,
            settings.fold().withPart(PROFILES_PART),
            settings.time());
    // Signals are rare, and what is kept for each key is larger.
    FoldSettings rare =
        settings
            .fold()
            .withCacheEntries(settings.fold().cacheEntries() / RARER)
            .withPart(PROFILES_PART / RARER);
    DataStream<Message> withStanding =
        Folds.fold(
            noticed,
            Uids.STANDINGS,
            MessageKeys::standing,
            new StandingStage(rules),
            CodecTypeInfo.of(StandingState.class),
            messages,
            rare,
            settings.time());
    DataStream<Message> withOwner =
        Folds.fold(
            withStanding,
            Uids.OWNERSHIP,
            MessageKeys::ownership,
            new OwnershipStage(rules),
            CodecTypeInfo.of(OwnerState.class),
            messages,
            rare,
            settings.time());
    DataStream<Finding> findings =
        Folds.fold(
            withOwner,
            Uids.SEQUENCES,
            MessageKeys::sequence,
            new SequenceStage(rules, Sequences.engine(rules)),
            CodecTypeInfo.of(PersonHistory.class),
            CodecTypeInfo.of(Finding.class),
            rare,
            settings.time());
    return new DetectionStreams(withOwner, findings);
  }

  private static final class Route implements FlatMapFunction<Event, Routed> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Event event, Collector<Routed> out) {
      Router.route(event).forEach(out::collect);
    }
  }
}
