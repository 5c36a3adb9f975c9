package org.tocsin.runtime.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.fold.FoldSettings;
import org.tocsin.runtime.fold.TimeSource;
import org.tocsin.runtime.rulebook.RulebookLoader;
import org.tocsin.schemas.KafkaAccess;

/**
 * The {@link Setting}s of a job, checked whole. From the weakest to the strongest: the default, a
 * properties file named with {@code --settings}, environment variables, arguments.
 */
public final class JobSettings {

  private static final String FILE_ARGUMENT = "settings";

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final List<String> problems = new ArrayList<>();

  /** Read as the settings are checked, once for all clients. */
  private KafkaAccess kafka;

  private JobSettings() {
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.standard());
    }
  }

  /** Every setting at its default. */
  public static JobSettings standard() {
    return of(Map.of());
  }

  /**
   * The defaults but for what is given.
   *
   * @throws IllegalArgumentException when a value cannot be meant
   */
  public static JobSettings of(Map<Setting, String> given) {
    JobSettings settings = new JobSettings();
    settings.values.putAll(given);
    settings.check();
    return settings;
  }

  /**
   * @param arguments {@code --key value} pairs
   * @throws IllegalArgumentException listing every unknown key and every value that cannot be meant
   */
  public static JobSettings of(String[] arguments, Map<String, String> environment) {
    JobSettings settings = new JobSettings();
    Map<String, String> pairs = settings.pairs(arguments);
    String file = pairs.remove(FILE_ARGUMENT);
    if (file != null) {
      settings.takeFile(Path.of(file));
    }
    for (Setting setting : Setting.values()) {
      settings.take(setting, environment.get(setting.variable()));
    }
    pairs.forEach((key, value) -> settings.take(key, value, "argument"));
    settings.check();
    return settings;
  }

  private Map<String, String> pairs(String[] arguments) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        problems.add("expected --key value, found " + arguments[i]);
        break;
      }
      pairs.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return pairs;
  }

  private void takeFile(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      problems.add("the settings file cannot be read: " + e);
    }
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> take(key, properties.getProperty(key), "property"));
  }

  private void take(String key, String value, String kind) {
    Optional<Setting> setting = Setting.ofKey(key);
    if (setting.isEmpty()) {
      problems.add("unknown %s %s".formatted(kind, key));
    } else {
      take(setting.get(), value);
    }
  }

  private void take(Setting setting, String value) {
    if (value != null) {
      values.put(setting, value.strip());
    }
  }

  private void check() {
    durationWithin(Setting.DISORDER, Duration.ZERO, Duration.ofDays(7));
    durationWithin(Setting.IDLE_AFTER, Duration.ofMillis(1), Duration.ofDays(1));
    durationWithin(Setting.CHECKPOINT_INTERVAL, Duration.ofMillis(10), Duration.ofDays(1));
    durationWithin(Setting.RESTART_DELAY, Duration.ofMillis(1), Duration.ofMinutes(1));
    durationWithin(Setting.BUFFER_TIMEOUT, Duration.ofMillis(1), Duration.ofMillis(5));
    durationWithin(Setting.TIMER_GRANULARITY, Duration.ofMillis(1), Duration.ofHours(1));
    durationWithin(Setting.STATE_RETENTION, Duration.ofMinutes(1), Duration.ofDays(36_500));
    numberWithin(Setting.PARALLELISM, 0, Short.MAX_VALUE);
    numberWithin(Setting.MAX_PARALLELISM, 1, 128);
    numberWithin(Setting.CACHE_ENTRIES, 0, Integer.MAX_VALUE);
    readKafkaConfig();
    oneOf(Setting.START, List.of("earliest", "latest"));
    oneOf(Setting.STATE_BACKEND, List.of("rocksdb", "hashmap"));
    oneOf(Setting.TICKS, List.of("true", "false"));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the settings are refused: " + String.join("; ", problems));
    }
  }

  private void readKafkaConfig() {
    try {
      kafka = KafkaAccess.of(text(Setting.BOOTSTRAP), text(Setting.KAFKA_CONFIG));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
  }

  private void durationWithin(Setting setting, Duration least, Duration most) {
    String value = values.get(setting);
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
        problems.add("%s must be %s to %s: %s".formatted(setting.key(), least, most, value));
      }
    } catch (DateTimeParseException e) {
      problems.add("%s must be a duration such as PT10S: %s".formatted(setting.key(), value));
    }
  }

  private void numberWithin(Setting setting, int least, int most) {
    String value = values.get(setting);
    try {
      int number = Integer.parseInt(value);
      if (number < least || number > most) {
        problems.add("%s must be %d to %d: %s".formatted(setting.key(), least, most, value));
      }
    } catch (NumberFormatException e) {
      problems.add("%s must be a whole number: %s".formatted(setting.key(), value));
    }
  }

  private void oneOf(Setting setting, List<String> choices) {
    if (!choices.contains(values.get(setting))) {
      problems.add(
          "%s must be one of %s: %s"
              .formatted(setting.key(), String.join(", ", choices), values.get(setting)));
    }
  }

  /**
   * These settings but for one.
   *
   * @throws IllegalArgumentException when the value cannot be meant
   */
  public JobSettings with(Setting setting, String value) {
    JobSettings changed = new JobSettings();
    changed.values.putAll(values);
    changed.values.put(setting, value);
    changed.check();
    return changed;
  }

  public String text(Setting setting) {
    return values.get(setting);
  }

  public Duration duration(Setting setting) {
    return Duration.parse(values.get(setting));
  }

  public int number(Setting setting) {
    return Integer.parseInt(values.get(setting));
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(values.get(setting));
  }

  /** How each of the job's Kafka clients reaches the brokers. */
  public Properties kafkaClient() {
    Properties properties = new Properties();
    properties.putAll(kafka.client());
    return properties;
  }

  /** The deployment's rulebook, or the one that comes with this version. */
  public Rulebook rulebook() {
    String path = text(Setting.RULEBOOK);
    return path.isEmpty() ? RulebookLoader.standard() : RulebookLoader.load(Path.of(path));
  }

  /** What a live pipeline is given. */
  public PipelineSettings pipeline() {
    return new PipelineSettings(TimeSource.wall(), fold());
  }

  private FoldSettings fold() {
    return new FoldSettings(
        number(Setting.CACHE_ENTRIES),
        duration(Setting.TIMER_GRANULARITY),
        duration(Setting.STATE_RETENTION),
        duration(Setting.CHECKPOINT_INTERVAL),
        1);
  }
}
