package org.tocsin.local.up;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.CityStream;
import org.tocsin.local.feed.Sender;
import org.tocsin.schemas.KafkaAccess;

/** The simulated city, sending what happens in it when it happens. */
final class LiveCity implements Part {

  private static final Logger LOG = LoggerFactory.getLogger(LiveCity.class);
  private static final int PERSONS = 5_000;
  private static final double STORIES_PER_HOUR = 90;
  private static final long STOP_PATIENCE_SECONDS = 10;

  /** Sleeps are cut short by the end, and by nothing else. */
  private static final long NAP_MILLIS = 500;

  private final KafkaAccess kafka;
  private final Thread thread;
  private volatile boolean stopping;

  private LiveCity(KafkaAccess kafka) {
    this.kafka = kafka;
    this.thread = new Thread(this::run, "city");
    thread.setDaemon(true);
  }

  static LiveCity start(KafkaAccess kafka) {
    LiveCity city = new LiveCity(kafka);
    city.thread.start();
    return city;
  }

  private void run() {
    CityStream events =
        new CityStream(Instant.now(), new SecureRandom().nextLong(), PERSONS, STORIES_PER_HOUR);
    try (Sender sender = new Sender(kafka)) {
      while (!stopping) {
        Event event = events.next();
        await(event.eventTime());
        if (!stopping) {
          sender.send(event);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the city fell silent", e);
      System.err.println("the simulated city fell silent: " + e.getMessage());
    }
  }

  /** The past is not waited for. */
  private void await(long eventTime) throws InterruptedException {
    long wait = eventTime - System.currentTimeMillis();
    while (wait > 0 && !stopping) {
      TimeUnit.MILLISECONDS.sleep(Math.min(wait, NAP_MILLIS));
      wait = eventTime - System.currentTimeMillis();
    }
  }

  @Override
  public void stop() throws InterruptedException {
    stopping = true;
    thread.join(TimeUnit.SECONDS.toMillis(STOP_PATIENCE_SECONDS));
  }
}
