package org.tocsin.linking;

import java.io.Serializable;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.links.Link;
import org.tocsin.core.links.LinkOutput;
import org.tocsin.core.links.Mail;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * What the linking job makes. Operators are added for what is asked for only.
 *
 * @param outputs in the order in which they were made
 */
public record LinkingStreams(DataStream<LinkOutput> outputs) {

  public DataStream<Link> links() {
    return only(
        Link.class,
        Uids.LINKS,
        output -> output instanceof LinkOutput.LinkTold told ? told.link() : null);
  }

  /** Those that came in and those made here, in order. */
  public DataStream<Warning> warnings() {
    return only(
        Warning.class,
        Uids.WARNINGS,
        output -> output instanceof LinkOutput.Warned warned ? warned.warning() : null);
  }

  /** Those made here. */
  public DataStream<Warning> ownWarnings() {
    return only(
        Warning.class,
        Uids.OWN_WARNINGS,
        output ->
            output instanceof LinkOutput.Warned warned && warned.own() ? warned.warning() : null);
  }

  /** What a dissuasion pipeline in the same job takes in. */
  public DataStream<CaseInput> caseInputs() {
    return only(
        CaseInput.class,
        Uids.CASE_INPUTS,
        output -> {
          if (output instanceof LinkOutput.Warned warned) {
            return new CaseInput.WarningRaised(warned.warning());
          }
          return output instanceof LinkOutput.OutcomePassed passed
              ? new CaseInput.OutcomeReported(passed.outcome())
              : null;
        });
  }

  /** Letters to rooms of other subtasks, to be brought back. */
  public DataStream<Mail> mail() {
    return only(
        Mail.class,
        Uids.MAIL,
        output -> output instanceof LinkOutput.Posted posted ? posted.mail() : null);
  }

  private interface Part<T> extends Serializable {
    /** Null for what is not wanted. */
    T of(LinkOutput output);
  }

  private <T> DataStream<T> only(Class<T> type, String uid, Part<T> part) {
    return outputs.flatMap(new Only<>(part)).returns(CodecTypeInfo.of(type)).name(uid).uid(uid);
  }

  private record Only<T>(Part<T> part) implements FlatMapFunction<LinkOutput, T> {

    @Override
    public void flatMap(LinkOutput output, Collector<T> out) {
      T wanted = part.of(output);
      if (wanted != null) {
        out.collect(wanted);
      }
    }
  }
}
