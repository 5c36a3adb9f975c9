package org.tocsin.runtime.sequence;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.tocsin.core.sequence.Condition;
import org.tocsin.core.signal.Signal;

/** A {@link Condition} as a step of a Flink CEP pattern: the only condition a sequence may have. */
public final class SignalCondition extends IterativeCondition<Signal> {

  private static final long serialVersionUID = 1L;

  private final Condition condition;

  private SignalCondition(Condition condition) {
    this.condition = condition;
  }

  public static SignalCondition of(Condition condition) {
    return new SignalCondition(condition);
  }

  Condition condition() {
    return condition;
  }

  @Override
  public boolean filter(Signal signal, Context<Signal> earlier) {
    return condition.test(signal, step -> taken(step, earlier));
  }

  private static List<Signal> taken(String step, Context<Signal> earlier) {
    try {
      List<Signal> signals = new ArrayList<>();
      earlier.getEventsForPattern(step).forEach(signals::add);
      return signals;
    } catch (Exception e) {
      throw new IllegalStateException("the signals of step " + step + " cannot be read", e);
    }
  }
}
