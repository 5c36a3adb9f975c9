package org.tocsin.core.stage;

import java.io.Serializable;
import java.util.List;

/**
 * One keyed step of a job, without Flink: what is known of a key, folded with each input on
 * arrival. The runtime keeps the state, calls with one key at a time, and brings the time.
 *
 * <p>Input may come twice after a recovery and, live, in any order; a stage must give the same
 * outputs, by id, either way.
 *
 * @param <I> input
 * @param <S> what is known of a key; immutable
 * @param <O> output
 */
public interface Stage<I, S, O> extends Serializable {

  /**
   * @param state null when nothing is known of the key
   * @return what is known now; null to forget the key
   */
  S onInput(long key, S state, I input, Turn<O> turn);

  /**
   * A time asked for with {@link Turn#wakeAt} has come. May be called more than once, and for times
   * that no longer matter: the state says what is due.
   *
   * @param state null when nothing is known of the key
   * @return what is known now; null to forget the key
   */
  S onTime(long key, S state, Turn<O> turn);

  /**
   * Metrics that stand at 0 from the start, so that the first count is seen as a rise. Others begin
   * to exist with their first count.
   */
  default List<String> counted() {
    return List.of();
  }
}
