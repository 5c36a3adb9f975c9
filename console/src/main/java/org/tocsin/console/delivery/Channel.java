package org.tocsin.console.delivery;

import java.time.Duration;

/** The port to whoever sends messages. Called by several threads at a time. */
public interface Channel extends AutoCloseable {

  /** A short name for the page and the metrics, such as {@code webhook}. */
  String name();

  /** Hands a message over, within seconds. It may be called again with the same message. */
  Answer send(Message message);

  @Override
  void close();

  /** What came of handing a message over. */
  sealed interface Answer {

    /** The person has it. */
    record Delivered(String reference) implements Answer {}

    /**
     * The channel has it and will report.
     *
     * @param reference the channel's own id for it; null if it names ours in its report
     */
    record Accepted(String reference) implements Answer {}

    /**
     * It will never be sent like this.
     *
     * @param problem stable code, without personal data
     */
    record Refused(String problem) implements Answer {}

    /**
     * It may work later.
     *
     * @param notBefore what the channel asked for; null if it asked for nothing
     */
    record Later(String problem, Duration notBefore) implements Answer {

      Later(String problem) {
        this(problem, null);
      }
    }
  }
}
