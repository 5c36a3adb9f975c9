package org.tocsin.runtime.kafka;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Rejection;

/** Parts values from rejections, and counts the values that came behind the watermark. */
final class Accepting<T> extends ProcessFunction<Either<T, Rejection>, T> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<Rejection> REJECTED =
      new OutputTag<>("rejected", CodecTypeInfo.of(Rejection.class));

  private transient Counter late;

  @Override
  public void open(OpenContext context) {
    late = getRuntimeContext().getMetricGroup().addGroup("input").counter("late");
  }

  @Override
  public void processElement(Either<T, Rejection> decoded, Context context, Collector<T> out) {
    if (decoded.isRight()) {
      context.output(REJECTED, decoded.right());
      return;
    }
    if (context.timestamp() <= context.timerService().currentWatermark()) {
      late.inc();
    }
    out.collect(decoded.left());
  }
}
