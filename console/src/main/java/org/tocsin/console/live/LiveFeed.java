package org.tocsin.console.live;

import io.javalin.http.sse.SseClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells open pages that something changed, at most once in {@link #CALM_MILLIS} each, so that a
 * storm of warnings does not become a storm of page loads. It says only that, never what: the page
 * then asks for its part as the signed-in user.
 */
public final class LiveFeed implements AutoCloseable {

  /** Faster than that nobody reads; each page load costs a query. */
  private static final long CALM_MILLIS = 700;

  /** Proxies close silent connections after some 30–60 s; and who signed out is noticed by then. */
  private static final long HEARTBEAT_MILLIS = 15_000;

  /** A browser passes no event on that has no data. */
  private static final String TOLD = "1";

  private static final int WRITERS = 4;
  private static final int PAGES_MAX = 2_000;

  private final Set<Page> pages = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);

  public LiveFeed(MeterRegistry registry) {
    registry.gaugeCollectionSize("tocsin.desk.live.pages", java.util.List.of(), pages);
  }

  /**
   * @param caseId the case the page shows; null for the list
   * @param allowed asked again and again; false ends the page's connection
   */
  public void add(SseClient client, String caseId, BooleanSupplier allowed) {
    if (pages.size() >= PAGES_MAX) {
      client.close();
      return;
    }
    Page page = new Page(client, caseId, allowed);
    client.keepAlive();
    client.onClose(() -> pages.remove(page));
    pages.add(page);
    writers.execute(page::hello);
    page.scheduleHeartbeat();
  }

  /**
   * @param caseIds what changed; empty stands for anything
   */
  public void changed(Set<String> caseIds) {
    for (Page page : pages) {
      if (page.caseId == null || caseIds.isEmpty() || caseIds.contains(page.caseId)) {
        page.tellSoon();
      }
    }
  }

  @Override
  public void close() {
    writers.shutdownNow();
    pages.forEach(Page::end);
    pages.clear();
  }

  /** One open page. */
  private final class Page {
    private final SseClient client;
    private final String caseId;
    private final BooleanSupplier allowed;
    private boolean scheduled;
    private long toldAt;

    Page(SseClient client, String caseId, BooleanSupplier allowed) {
      this.client = client;
      this.caseId = caseId;
      this.allowed = allowed;
    }

    synchronized void tellSoon() {
      if (scheduled || writers.isShutdown()) {
        return;
      }
      scheduled = true;
      long sinceTold = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
      long wait = Math.max(0, CALM_MILLIS - sinceTold);
      writers.schedule(this::tell, wait, TimeUnit.MILLISECONDS);
    }

    private void tell() {
      synchronized (this) {
        scheduled = false;
        toldAt = System.nanoTime();
      }
      if (stillThere()) {
        client.sendEvent("changed", TOLD);
      }
    }

    private void hello() {
      if (stillThere()) {
        client.sendEvent("connected", TOLD);
      }
    }

    private void heartbeat() {
      if (stillThere()) {
        client.sendComment("still here");
        scheduleHeartbeat();
      }
    }

    private void scheduleHeartbeat() {
      if (!writers.isShutdown()) {
        writers.schedule(this::heartbeat, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
      }
    }

    private boolean stillThere() {
      if (client.terminated() || !allowed.getAsBoolean()) {
        pages.remove(this);
        end();
        return false;
      }
      return true;
    }

    private void end() {
      if (!client.terminated()) {
        client.close();
      }
    }
  }
}
