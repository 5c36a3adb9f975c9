package org.tocsin.local;

import java.nio.file.Path;
import org.tocsin.schemas.KafkaAccess;
import picocli.CommandLine.Option;

/** {@code --kafka-config}, of every command that names a broker. */
public final class KafkaConfigOption {

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "What is presented to the brokers (TLS, SASL), as properties of a Kafka client.")
  private Path file;

  /** Null for a broker that asks for nothing. */
  public String path() {
    return file == null ? null : file.toString();
  }

  /**
   * @throws CannotRun when the file cannot be used
   */
  public KafkaAccess access(String bootstrap) {
    try {
      return KafkaAccess.of(bootstrap, path());
    } catch (IllegalArgumentException e) {
      throw new CannotRun(e.getMessage(), e);
    }
  }
}
