package org.tocsin.detection;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tocsin.core.cases.CaseInput;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.links.Mail;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * What the detection job makes. Operators are added for what is asked for only.
 *
 * @param messages signals and the facts that complete them, with their owners
 * @param findings warnings, what was held back, and outcomes behind the warnings they may be about,
 *     in one order
 */
public record DetectionStreams(DataStream<Message> messages, DataStream<Finding> findings) {

  /** A signal that becomes more complete is told again under its id. */
  public DataStream<Signal> signals() {
    return messages
        .flatMap(new Signals())
        .returns(CodecTypeInfo.of(Signal.class))
        .name(Uids.SIGNALS)
        .uid(Uids.SIGNALS);
  }

  public DataStream<Warning> warnings() {
    return findings
        .flatMap(new Warnings())
        .returns(CodecTypeInfo.of(Warning.class))
        .name(Uids.WARNINGS)
        .uid(Uids.WARNINGS);
  }

  /** Why there was no warning. */
  public DataStream<Finding.Held> held() {
    return findings
        .flatMap(new HeldOnly())
        .returns(CodecTypeInfo.of(Finding.Held.class))
        .name(Uids.HELD)
        .uid(Uids.HELD);
  }

  /** What a dissuasion pipeline in the same job takes in. */
  public DataStream<CaseInput> caseInputs() {
    return findings
        .flatMap(new CaseInputs())
        .returns(CodecTypeInfo.of(CaseInput.class))
        .name(Uids.CASE_INPUTS)
        .uid(Uids.CASE_INPUTS);
  }

  /** To rooms of the linking job. */
  public DataStream<Mail> letters() {
    return findings
        .flatMap(new Letters())
        .returns(CodecTypeInfo.of(Mail.class))
        .name(Uids.LETTERS)
        .uid(Uids.LETTERS);
  }

  private static final class Letters implements FlatMapFunction<Finding, Mail> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Finding finding, Collector<Mail> out) {
      if (finding instanceof Finding.Posted posted) {
        out.collect(posted.mail());
      }
    }
  }

  private static final class Signals implements FlatMapFunction<Message, Signal> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Message message, Collector<Signal> out) {
      if (message instanceof Signal signal) {
        out.collect(signal);
      }
    }
  }

  private static final class Warnings implements FlatMapFunction<Finding, Warning> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Finding finding, Collector<Warning> out) {
      if (finding instanceof Finding.Raised raised) {
        out.collect(raised.warning());
      }
    }
  }

  private static final class HeldOnly implements FlatMapFunction<Finding, Finding.Held> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Finding finding, Collector<Finding.Held> out) {
      if (finding instanceof Finding.Held held) {
        out.collect(held);
      }
    }
  }

  private static final class CaseInputs implements FlatMapFunction<Finding, CaseInput> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Finding finding, Collector<CaseInput> out) {
      if (finding instanceof Finding.Raised raised) {
        out.collect(new CaseInput.WarningRaised(raised.warning()));
      } else if (finding instanceof Finding.OutcomePassed passed) {
        out.collect(new CaseInput.OutcomeReported(passed.outcome()));
      }
    }
  }
}
