package org.tocsin.runtime.kafka;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tocsin.runtime.types.CodecTypeInfo;
import org.tocsin.runtime.wire.Rejection;

/** Parts values from rejections. */
final class Accepting<T> extends ProcessFunction<Either<T, Rejection>, T> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<Rejection> REJECTED =
      new OutputTag<>("rejected", CodecTypeInfo.of(Rejection.class));

  @Override
  public void processElement(Either<T, Rejection> decoded, Context context, Collector<T> out) {
    if (decoded.isRight()) {
      context.output(REJECTED, decoded.right());
    } else {
      out.collect(decoded.left());
    }
  }
}
