package org.tocsin.console;

import io.javalin.Javalin;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.delivery.DeliveryRoom;
import org.tocsin.console.delivery.ResultTeller;
import org.tocsin.console.gateway.Gateway;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Intake;
import org.tocsin.console.live.ChangeListener;
import org.tocsin.console.live.LiveFeed;
import org.tocsin.console.retention.RetentionJob;
import org.tocsin.console.store.AccountStore;
import org.tocsin.console.store.Database;
import org.tocsin.console.store.DeliveryStore;
import org.tocsin.console.store.RetentionStore;
import org.tocsin.console.store.SourceStore;
import org.tocsin.console.web.DeskApp;
import org.tocsin.console.web.Health;
import org.tocsin.console.web.Passwords;
import org.tocsin.console.web.Role;
import org.tocsin.console.wire.OutcomeSender;
import org.tocsin.console.wire.Sender;
import org.tocsin.console.wire.Wire;

/** A running console: intake, desk and gateway in this process. */
public final class ConsoleServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
  private static final String GROUP = "tocsin-console";

  /** A batch is one transaction; larger ones would keep the other console waiting. */
  private static final int BATCH_RECORDS_MAX = 500;

  /** How soon topics that are made after the start are noticed. */
  private static final int METADATA_AGE_MILLIS = 5_000;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final ConsoleSettings settings;
  private Javalin web;

  private ConsoleServer(ConsoleSettings settings) {
    this.settings = settings;
  }

  /**
   * Migrates the database, makes the first user if there is none, and serves.
   *
   * @throws PortTakenException when another program listens on the port
   * @throws IllegalStateException when the database does not answer in time
   */
  public static ConsoleServer start(ConsoleSettings settings) {
    ConsoleServer server = new ConsoleServer(settings);
    try {
      server.assemble(Clock.systemUTC());
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void assemble(Clock clock) {
    Database database = keep(Database.open(settings));
    makeFirstUser(new AccountStore(database.jdbi()));
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    keep(bound(new JvmGcMetrics(), registry));
    Wire wire = new Wire(settings.zone(), clock);
    Sender sender = keep(new Sender(settings.kafka()));
    LiveFeed live = new LiveFeed(registry);
    ChangeListener changes = keep(new ChangeListener(settings, live::changed));
    DeliveryStore deliveries = new DeliveryStore(database.jdbi());
    keep(new ResultTeller(deliveries, wire, sender, settings.source(), settings.zone(), clock))
        .start();
    keep(DeliveryRoom.open(settings.delivery(), deliveries, clock, registry)).start();
    keep(new RetentionJob(
            new RetentionStore(database.jdbi()), settings.retention(), clock, registry))
        .start();
    Intake intake = keep(new Intake(consumer(), wire, new BatchWriter(database.jdbi()), registry));
    serve(
        new DeskApp(
            settings,
            clock,
            database.jdbi(),
            new OutcomeSender(
                wire, sender, database.jdbi(), settings.source(), settings.zone(), clock),
            live,
            new Gateway(new SourceStore(database.jdbi()), wire, sender, registry),
            new Health(database::answers, intake::alive),
            registry));
    keep(live);
    changes.start();
    intake.start();
    LOG.info("The console listens on {}", address());
  }

  private static JvmGcMetrics bound(JvmGcMetrics metrics, PrometheusMeterRegistry registry) {
    metrics.bindTo(registry);
    return metrics;
  }

  private void serve(DeskApp app) {
    web = Javalin.create(app::configure);
    keep(web::stop);
    try {
      web.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      if (portTaken(e)) {
        throw new PortTakenException(settings.port(), e);
      }
      throw e;
    }
  }

  private static boolean portTaken(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof BindException
          || t.getClass().getSimpleName().equals("JavalinBindException")) {
        return true;
      }
    }
    return false;
  }

  private void makeFirstUser(AccountStore accounts) {
    if (settings.firstUser() == null || accounts.hasUsers()) {
      return;
    }
    if (!Passwords.acceptable(settings.firstPassword())) {
      throw new IllegalArgumentException(
          "The first password must have at least "
              + ConsoleSettings.PASSWORD_LENGTH_MIN
              + " characters and at most 72 bytes.");
    }
    accounts.add(settings.firstUser(), Passwords.hash(settings.firstPassword()), Role.SUPERVISOR);
  }

  private Map<String, Object> consumer() {
    Map<String, Object> consumer = settings.kafka().client();
    consumer.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, "tocsin-desk");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_RECORDS_MAX);
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return consumer;
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  /** The port it listens on, also when the settings left the choice to it. */
  public int port() {
    return web.port();
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
    return URI.create("http://" + host + ":" + port());
  }

  /**
   * Ends the open pages' connections, then takes no requests, then ends the intake and leaves the
   * database.
   */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.getMessage());
      }
    }
  }
}
