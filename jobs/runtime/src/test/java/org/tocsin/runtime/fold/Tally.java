package org.tocsin.runtime.fold;

import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/**
 * A stage with every behaviour that an operator must carry: it counts, emits, wakes and forgets.
 */
final class Tally implements Stage<Tally.Added, Tally.Sum, Tally.Said> {

  private static final long serialVersionUID = 1L;

  /** A negative amount forgets the key; {@code wakeIn} of 0 asks for no wake-up. */
  record Added(long key, long amount, long wakeIn) {}

  record Sum(long total, int inputs, long wokenAt) {}

  record Said(long key, long total, int inputs, String why, long now, long watermark) {}

  @Override
  public Sum onInput(long key, Sum state, Added input, Turn<Said> turn) {
    turn.count("seen");
    if (input.amount() < 0) {
      return null;
    }
    Sum sum =
        state == null
            ? new Sum(input.amount(), 1, 0)
            : new Sum(state.total() + input.amount(), state.inputs() + 1, state.wokenAt());
    if (input.wakeIn() > 0) {
      turn.wakeAt(turn.now() + input.wakeIn());
    }
    say(key, sum, "input", turn);
    return sum;
  }

  @Override
  public Sum onTime(long key, Sum state, Turn<Said> turn) {
    if (state == null) {
      turn.emit(new Said(key, 0, 0, "time", turn.now(), turn.watermark()));
      return null;
    }
    Sum sum = new Sum(state.total(), state.inputs(), turn.now());
    say(key, sum, "time", turn);
    return sum;
  }

  private static void say(long key, Sum sum, String why, Turn<Said> turn) {
    turn.emit(new Said(key, sum.total(), sum.inputs(), why, turn.now(), turn.watermark()));
  }
}
