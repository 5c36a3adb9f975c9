package org.tocsin.local.up;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.local.KafkaConfigOption;
import org.tocsin.local.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin up}. */
@Command(
    name = "up",
    description =
        "Runs the whole centre on this machine: broker, database, jobs, desk, and a simulated city"
            + " that feeds it. Ctrl-C stops it.",
    footer = {"", "Everything listens on 127.0.0.1 only."},
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  @Option(names = "--no-city", description = "Without the simulated city.")
  private boolean noCity;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port of the desk; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps what it stores there and goes on from it at the next start. Default: a temporary"
              + " folder.")
  private Path data;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Uses this Kafka broker instead of one of its own.")
  private String bootstrap;

  @Mixin private KafkaConfigOption kafkaConfig;

  @Override
  public Integer call() throws Exception {
    UpOptions options = new UpOptions(!noCity, port, data, bootstrap, kafkaConfig);
    StopSignal stop = StopSignal.listen();
    try (DataFolder folder = DataFolder.open(options.data());
        Centre centre = new Centre(options, folder, System.out)) {
      centre.start(stop::given);
      centre.watch(stop);
    }
    System.out.println("stopped");
    return 0;
  }
}
