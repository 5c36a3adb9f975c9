package org.tocsin.local.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.core.links.LinkInput;
import org.tocsin.runtime.types.CodecTypeInfo;

/**
 * Brings the events and what detection found in them into one order: of time, the events of a
 * moment before what was found at it. Each side is in order already; what is ahead waits until the
 * other's watermark says that nothing earlier will come. So linking sees the same order in every
 * run, whichever thread was faster. How far one side can get ahead is bounded by the buffers of the
 * network between the steps of detection.
 */
final class InTimeOrder extends AbstractStreamOperator<LinkInput>
    implements TwoInputStreamOperator<Event, Finding, LinkInput> {

  private static final long serialVersionUID = 1L;
  private static final String UID = "in-time-order";

  private transient Deque<Timed> events;
  private transient Deque<Timed> findings;
  private transient long told;

  private record Timed(LinkInput input, long time) {}

  static DataStream<LinkInput> of(DataStream<Event> events, DataStream<Finding> findings) {
    return events
        .connect(findings)
        .transform(UID, CodecTypeInfo.of(LinkInput.class), new InTimeOrder())
        .uid(UID);
  }

  @Override
  public void open() throws Exception {
    super.open();
    events = new ArrayDeque<>();
    findings = new ArrayDeque<>();
    told = Long.MIN_VALUE;
  }

  /** Outcomes come by way of detection, behind the warnings they may be about. */
  @Override
  public void processElement1(StreamRecord<Event> record) {
    Event event = record.getValue();
    if (event.stream() != Stream.OUTCOME && event.stream() != Stream.CALL) {
      events.add(new Timed(new LinkInput.EventSeen(event), record.getTimestamp()));
    }
  }

  @Override
  public void processElement2(StreamRecord<Finding> record) {
    if (record.getValue() instanceof Finding.Raised raised) {
      LinkInput input = new LinkInput.WarningSeen(raised.warning());
      findings.add(new Timed(input, record.getTimestamp()));
    } else if (record.getValue() instanceof Finding.OutcomePassed passed) {
      LinkInput input = new LinkInput.EventSeen(passed.outcome());
      findings.add(new Timed(input, record.getTimestamp()));
    } else if (record.getValue() instanceof Finding.Posted posted) {
      findings.add(new Timed(new LinkInput.MailSeen(posted.mail()), record.getTimestamp()));
    }
  }

  /** Of both sides. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long until = mark.getTimestamp();
    for (Timed next = next(until); next != null; next = next(until)) {
      if (next.time - 1 > told) {
        told = next.time - 1;
        output.emitWatermark(new Watermark(told));
      }
      output.collect(new StreamRecord<>(next.input, next.time));
    }
    if (until == Watermark.MAX_WATERMARK.getTimestamp()) {
      output.emitWatermark(mark);
    }
  }

  private Timed next(long until) {
    Timed event = events.peek();
    Timed finding = findings.peek();
    boolean eventFirst = event != null && (finding == null || event.time <= finding.time);
    Timed first = eventFirst ? event : finding;
    if (first == null || first.time > until) {
      return null;
    }
    return eventFirst ? events.poll() : findings.poll();
  }
}
