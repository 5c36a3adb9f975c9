package org.tocsin.local.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.local.CannotRun;
import org.tocsin.local.KafkaConfigOption;
import org.tocsin.local.RunningCentre;
import org.tocsin.schemas.KafkaAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin feed}. */
@Command(
    name = "feed",
    description = "Sends the input files of a folder to Kafka as Avro, in the order of event time.",
    footer = {
      "",
      "Lines that break the contract, and copies of earlier lines, are not sent; it says how many."
    },
    mixinStandardHelpOptions = true)
public final class FeedCommand implements Callable<Integer> {

  @Option(names = "--in", required = true, paramLabel = "DIR", description = "Folder to read.")
  private Path in;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka broker. Default: that of the running ./tocsin up.")
  private String bootstrap;

  @Mixin private KafkaConfigOption kafkaConfig;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "X times as fast as it happened. Default: as fast as it goes.")
  private Double speed;

  @Override
  public Integer call() throws IOException {
    if (speed != null && !(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new CannotRun("--speed must be above 0, and is " + speed);
    }
    String broker = bootstrap == null ? ofRunningCentre() : bootstrap;
    KafkaAccess kafka = kafkaConfig.access(broker);
    new Feed(in, kafka, speed == null ? Pace.unbounded() : Pace.times(speed), System.err).run();
    return 0;
  }

  private static String ofRunningCentre() {
    return RunningCentre.find()
        .map(RunningCentre::bootstrap)
        .orElseThrow(
            () ->
                new CannotRun(
                    "no centre is running here: start one with ./tocsin up, or name a broker with"
                        + " --bootstrap HOST:PORT"));
  }
}
