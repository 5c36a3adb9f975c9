package org.tocsin.linking;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tocsin.core.links.LinkInput;
import org.tocsin.core.links.LinkOutput;
import org.tocsin.core.links.LinkRouter;
import org.tocsin.core.links.LinkStage;
import org.tocsin.core.links.LinkState;
import org.tocsin.core.links.Mail;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.fold.Loops;
import org.tocsin.runtime.settings.PipelineSettings;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * The topology of the linking job; sources, sinks and clock come in from outside.
 *
 * <pre>
 * inputs ─ route ─┬─ rooms ─┬─ links, warnings
 *                 │  by key │
 *                 └── mail ─┘
 * </pre>
 */
public final class LinkingPipeline {

  private LinkingPipeline() {}

  /** With one subtask: no letter ever leaves it. */
  public static LinkingStreams attach(
      DataStream<LinkInput> inputs, Rulebook rules, PipelineSettings settings) {
    return rooms(routed(inputs, rules), rules, settings);
  }

  /**
   * @param returned letters of {@link LinkingStreams#mail()}, as they come back
   */
  public static LinkingStreams attach(
      DataStream<LinkInput> inputs,
      DataStream<Mail> returned,
      Rulebook rules,
      PipelineSettings settings) {
    return rooms(routed(inputs, rules).union(returned), rules, settings);
  }

  private static DataStream<Mail> routed(DataStream<LinkInput> inputs, Rulebook rules) {
    return inputs
        .flatMap(new Route(rules.currency()))
        .returns(CodecTypeInfo.of(Mail.class))
        .name(Uids.ROUTE)
        .uid(Uids.ROUTE);
  }

  private static LinkingStreams rooms(
      DataStream<Mail> mail, Rulebook rules, PipelineSettings settings) {
    return new LinkingStreams(
        Loops.loop(
            mail,
            Uids.ROOMS,
            Mail::key,
            output -> output instanceof LinkOutput.Posted posted ? posted.mail() : null,
            new LinkStage(rules),
            CodecTypeInfo.of(LinkState.class),
            CodecTypeInfo.of(LinkOutput.class),
            settings.fold(),
            settings.time()));
  }

  private static final class Route implements FlatMapFunction<LinkInput, Mail> {
    private static final long serialVersionUID = 1L;

    private final String currency;

    Route(String currency) {
      this.currency = currency;
    }

    @Override
    public void flatMap(LinkInput input, Collector<Mail> out) {
      LinkRouter.route(input, currency).forEach(out::collect);
    }
  }
}
