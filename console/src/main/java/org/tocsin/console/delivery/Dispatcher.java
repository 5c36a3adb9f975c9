package org.tocsin.console.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.store.DeliveryStore;
import org.tocsin.console.store.DeliveryStore.Settled;

/**
 * Takes messages out of the outbox and hands them to their channels. At least once: a message is
 * claimed for {@link #LEASE}; whoever is killed in between leaves it to the next, with the same
 * idempotency key.
 */
public final class Dispatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** Longer than the slowest answer: directory, bind and submission together. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration IDLE = Duration.ofMillis(250);
  private static final int WORKERS = 8;

  private final DeliveryStore store;
  private final Map<Delivery.Kind, Channel> channels;
  private final MessageTexts texts;
  private final DeliverySettings settings;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Semaphore free = new Semaphore(WORKERS);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          WORKERS,
          task -> {
            Thread thread = new Thread(task, "delivery-worker");
            thread.setDaemon(true);
            return thread;
          });
  private final Loop loop = new Loop("delivery", IDLE, this::round);

  /**
   * @param channels closed with the dispatcher
   */
  public Dispatcher(
      DeliveryStore store,
      Map<Delivery.Kind, Channel> channels,
      DeliverySettings settings,
      Clock clock,
      MeterRegistry registry) {
    this.store = store;
    this.channels = Map.copyOf(channels);
    this.texts = new MessageTexts(settings.language());
    this.settings = settings;
    this.clock = clock;
    this.registry = registry;
  }

  public Dispatcher start() {
    loop.start();
    return this;
  }

  /** True when there may be more at once. */
  boolean round() {
    Instant now = clock.instant();
    int unreported = store.giveUpUnreported(now);
    if (unreported > 0) {
      LOG.warn("{} messages were accepted and never reported", unreported);
    }
    int most = free.availablePermits();
    if (most == 0 || channels.isEmpty()) {
      return false;
    }
    List<Delivery> claimed = store.claim(channels.keySet(), most, now, LEASE);
    for (Delivery delivery : claimed) {
      free.acquireUninterruptibly();
      workers.execute(() -> handle(delivery));
    }
    return claimed.size() == most;
  }

  private void handle(Delivery delivery) {
    try {
      store.settle(delivery, settled(delivery), clock.instant());
    } catch (RuntimeException e) {
      // Left claimed: when the lease ends it is tried again.
      LOG.warn("{} was not settled: {}", delivery.kind(), e.getClass().getSimpleName());
    } finally {
      free.release();
    }
  }

  private Settled settled(Delivery delivery) {
    Instant now = clock.instant();
    Channel channel = channels.get(delivery.kind());
    if (now.isAfter(delivery.dueAt().plus(settings.usefulFor()))) {
      // A message a day late alarms instead of warning; the task shows its own colour.
      count(delivery, "late");
      return new Settled(Delivery.State.DEAD, now, channel.name(), null, null, "TOO_LATE");
    }
    DeliveryStore.Risk risk = store.risk(delivery.caseId()).orElse(null);
    return after(delivery, channel.name(), channel.send(message(delivery, risk)));
  }

  private Message message(Delivery delivery, DeliveryStore.Risk risk) {
    return new Message(
        delivery.key(),
        delivery.kind(),
        delivery.person(),
        risk == null
            ? texts.of(null, null, null)
            : texts.of(risk.lane(), risk.pattern(), risk.segment()),
        settings.language(),
        delivery.dueAt());
  }

  private Settled after(Delivery delivery, String channel, Channel.Answer answer) {
    Instant now = clock.instant();
    if (answer instanceof Channel.Answer.Accepted accepted) {
      return accepted(delivery, channel, accepted.reference(), now);
    }
    if (answer instanceof Channel.Answer.Delivered delivered) {
      // Nobody has been spoken to when a call centre has a call: its report says how that went.
      return delivery.kind() == Delivery.Kind.CALL
          ? accepted(delivery, channel, delivered.reference(), now)
          : done(delivery, channel, delivered.reference(), now);
    }
    if (answer instanceof Channel.Answer.Refused refused) {
      return dead(delivery, channel, refused.problem(), now);
    }
    Channel.Answer.Later later = (Channel.Answer.Later) answer;
    if (delivery.tries() >= settings.tries()) {
      return dead(delivery, channel, later.problem(), now);
    }
    count(delivery, "later");
    Instant next = now.plus(Backoff.after(delivery.tries(), delivery.key(), later.notBefore()));
    return new Settled(Delivery.State.WAITING, next, channel, null, null, later.problem());
  }

  private Settled done(Delivery delivery, String channel, String reference, Instant now) {
    count(delivery, "delivered");
    return new Settled(Delivery.State.DONE, now, channel, reference, "DELIVERED", null);
  }

  private Settled accepted(Delivery delivery, String channel, String reference, Instant now) {
    count(delivery, "accepted");
    // A call is over when somebody says so; meanwhile the task's own deadline watches.
    Duration wait =
        delivery.kind() == Delivery.Kind.SMS ? settings.reportWithin() : Duration.ofDays(36_500);
    return new Settled(Delivery.State.ACCEPTED, now.plus(wait), channel, reference, null, null);
  }

  /** An SMS that failed is told; a call that nobody took stays with the desk, it reached nobody. */
  private Settled dead(Delivery delivery, String channel, String problem, Instant now) {
    count(delivery, "dead");
    LOG.warn("{} is a dead letter: {}", delivery.kind(), problem);
    String result = delivery.kind() == Delivery.Kind.SMS ? "FAILED" : null;
    return new Settled(Delivery.State.DEAD, now, channel, null, result, problem);
  }

  private void count(Delivery delivery, String what) {
    registry
        .counter("tocsin.delivery.tries", "kind", delivery.kind().name(), "result", what)
        .increment();
  }

  /** Takes no more, waits for what is under way, then leaves the channels. */
  @Override
  public void close() {
    loop.close();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(LEASE.toSeconds() / 2, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      workers.shutdownNow();
    }
    channels.values().forEach(Channel::close);
  }
}
