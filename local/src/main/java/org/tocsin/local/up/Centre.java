package org.tocsin.local.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tocsin.console.ConsoleServer;
import org.tocsin.console.ConsoleSettings;
import org.tocsin.console.PortTakenException;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.delivery.SmppSettings;
import org.tocsin.console.standin.StandInCarrier;
import org.tocsin.local.RunningCentre;
import org.tocsin.local.StopSignal;
import org.tocsin.local.feed.BrokerTopics;
import org.tocsin.runtime.topics.TopicPlan;
import org.tocsin.schemas.KafkaAccess;

/** The centre in this process: its parts and the order in which they need each other. */
final class Centre implements AutoCloseable {

  /** One machine gains nothing from more, and every partition costs it files and memory. */
  private static final int PARTITIONS_MAX = 4;

  private static final long WATCH_SECONDS = 5;
  private static final String PORT_OPTION = "--port N";

  private final UpOptions options;
  private final DataFolder folder;
  private final PrintStream out;
  private final Parts parts;

  private KafkaAccess kafka;
  private Database database;
  private SignIn signIn;
  private StandInCarrier carrier;
  private ConsoleServer desk;
  private FlinkCluster flink;

  private interface Step {
    void run() throws Exception;
  }

  Centre(UpOptions options, DataFolder folder, PrintStream out) {
    this.options = options;
    this.folder = folder;
    this.out = out;
    this.parts = new Parts(out);
  }

  /**
   * @param abandoned asked between the parts: whether to leave the rest
   */
  void start(BooleanSupplier abandoned) throws Exception {
    if (options.port() != 0) {
      Ports.requireFree(options.port(), PORT_OPTION);
    }
    out.printf("starting the centre in %s%n", folder.path());
    List<Step> steps =
        List.of(
            this::startBroker,
            this::startDatabase,
            this::startCarrier,
            this::startDesk,
            this::startJobs,
            this::leaveNote,
            this::startCity,
            this::announce);
    for (Step step : steps) {
      if (abandoned.getAsBoolean()) {
        return;
      }
      step.run();
    }
  }

  private void startBroker() throws Exception {
    kafka =
        options.bootstrap() == null
            ? KafkaAccess.open(
                parts.start("broker", () -> Broker.start(folder.of("kafka"))).bootstrap())
            : options.kafkaConfig().access(options.bootstrap());
    BrokerTopics.prepare(kafka, TopicPlan.standard().withPartitionsAtMost(PARTITIONS_MAX));
  }

  private void startDatabase() throws Exception {
    database =
        parts.start(
            "database", () -> Database.start(folder.of("postgres"), folder.kept(), programs()));
  }

  /** Beside the build, where they outlive a temporary folder; the launcher names the place. */
  private Path programs() {
    String home = System.getProperty("tocsin.home");
    return home == null
        ? folder.of("postgres-programs")
        : Path.of(home, "local", "target", "postgres");
  }

  /** Takes the centre's SMS, so that their tasks go the whole way; it sends nothing to anybody. */
  private void startCarrier() throws Exception {
    parts.start(
        "carrier",
        () -> {
          carrier = StandInCarrier.start(0, 0);
          return carrier::close;
        });
  }

  private DeliverySettings delivery() {
    Target.Webhook directory =
        new Target.Webhook(carrier.directoryAddress(), StandInCarrier.SECRET);
    SmppSettings centre =
        new SmppSettings(Ports.LOOPBACK, carrier.smppPort(), "tocsin", "stand-in", "96110", false);
    return DeliverySettings.of(new Target.Smpp(centre, directory), null);
  }

  private void startDesk() throws Exception {
    signIn = SignIn.of(folder);
    ConsoleSettings settings =
        ConsoleSettings.defaults()
            .kafka(kafka)
            .jdbcUrl(database.jdbcUrl())
            .port(options.port())
            .firstUser(signIn.user())
            .firstPassword(signIn.password())
            .delivery(delivery())
            .build();
    parts.start(
        "desk",
        () -> {
          desk = startDesk(() -> ConsoleServer.start(settings));
          return desk::close;
        });
  }

  /** The port was free when it was looked at; somebody may have been quicker since. */
  static ConsoleServer startDesk(Supplier<ConsoleServer> starting) {
    try {
      return starting.get();
    } catch (PortTakenException e) {
      throw Ports.taken(e.port(), PORT_OPTION, e);
    }
  }

  private void startJobs() throws Exception {
    flink = parts.start("jobs", () -> FlinkCluster.start(folder.of("flink"), folder.kept()));
    Jobs.submit(flink, kafka, options.kafkaConfig().path());
  }

  private void leaveNote() throws Exception {
    RunningCentre note =
        new RunningCentre(
            ProcessHandle.current().pid(), kafka.bootstrap(), desk.address().toString());
    note.note();
    parts.keep(note::forget);
  }

  private void startCity() throws Exception {
    if (options.city()) {
      parts.start("city", () -> LiveCity.start(kafka));
    }
  }

  private void announce() throws Exception {
    out.printf("%nThe centre is up.%n");
    out.printf(
        "  Desk    %s  sign in as %s with %s%n", desk.address(), signIn.user(), signIn.password());
    out.printf("  Flink   %s%n", flink.page());
    out.printf("  Kafka   %s%n", kafka);
    out.printf("Ctrl-C stops it.%n");
    out.flush();
  }

  /** Waits for the end, and tells when the jobs fail or recover meanwhile. */
  void watch(StopSignal stop) throws Exception {
    boolean running = true;
    while (!stop.await(WATCH_SECONDS)) {
      boolean now = flink.running();
      if (now != running) {
        out.println(now ? "the jobs run again" : "a job is not running; see " + flink.page());
      }
      running = now;
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
