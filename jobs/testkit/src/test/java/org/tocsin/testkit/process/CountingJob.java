package org.tocsin.testkit.process;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** A job that only counts, so that the processes can be tried without ours. */
public final class CountingJob {

  private CountingJob() {}

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.enableCheckpointing(Duration.ofMillis(500).toMillis());
    env.fromSequence(0, Long.MAX_VALUE)
        .uid("numbers")
        .keyBy(number -> number % 100)
        .process(new Count())
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.execute("counting");
  }

  private static final class Count extends KeyedProcessFunction<Long, Long, Long> {

    private static final long serialVersionUID = 1L;

    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
      Long before = count.value();
      count.update(before == null ? 1 : before + 1);
      Thread.sleep(1);
      out.collect(number);
    }
  }
}
