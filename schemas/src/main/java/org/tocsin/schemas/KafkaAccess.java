package org.tocsin.schemas;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How a client reaches the brokers. What it must present to them (TLS, SASL) stands in a file, so
 * that no secret is on a command line or in an environment that other programs can read.
 *
 * @param bootstrap brokers, {@code host:port}, separated by commas
 * @param security properties of a Kafka client; empty for brokers that ask for nothing
 */
public record KafkaAccess(String bootstrap, Map<String, String> security) {

  /** Everything else is ours to set: what is promised of delivery and order rests on it. */
  private static final List<String> ALLOWED =
      List.of("security.", "sasl.", "ssl.", "config.providers");

  public KafkaAccess {
    security = Map.copyOf(security);
  }

  /** Of brokers that ask for nothing. */
  public static KafkaAccess open(String bootstrap) {
    return new KafkaAccess(bootstrap, Map.of());
  }

  /**
   * @param file a Java properties file in UTF-8; null or empty for none
   * @throws IllegalArgumentException in a sentence, without any value, when the file cannot be read
   *     or has what is not about security
   */
  public static KafkaAccess of(String bootstrap, String file) {
    return new KafkaAccess(
        bootstrap, file == null || file.isEmpty() ? Map.of() : security(Path.of(file)));
  }

  private static Map<String, String> security(Path file) {
    Map<String, String> security = new TreeMap<>();
    Properties properties = read(file);
    for (String key : properties.stringPropertyNames()) {
      if (ALLOWED.stream().noneMatch(key::startsWith)) {
        throw new IllegalArgumentException(
            "the Kafka client file %s has %s; only keys that begin with %s may be set there"
                .formatted(file, key, String.join(", ", ALLOWED)));
      }
      security.put(key, properties.getProperty(key).strip());
    }
    return security;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the Kafka client file %s cannot be read".formatted(file), e);
    }
    return properties;
  }

  /** Properties of a client, to be added to. */
  public Map<String, Object> client() {
    Map<String, Object> client = new TreeMap<>(security);
    client.put("bootstrap.servers", bootstrap);
    return client;
  }

  /** Never the security: it holds secrets. */
  @Override
  public String toString() {
    return bootstrap;
  }
}
