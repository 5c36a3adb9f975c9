package org.tocsin.runtime.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set about a job besides the rulebook. {@code docs/reference/settings.md}
 * is made from this list.
 */
public enum Setting {
  BOOTSTRAP(
      "localhost:9092",
      "Kafka brokers, host:port, separated by commas.",
      "One broker only: the job cannot start while that one is down.",
      "Every broker of a large cluster: start-up tries dead ones first."),
  KAFKA_CONFIG(
      "",
      "Path of a properties file with what Kafka clients present to the brokers: keys that begin with `security.`, `sasl.`, `ssl.` or `config.providers`. Empty for brokers that ask for nothing.",
      "Empty: brokers with TLS or SASL let nobody in, and the job cannot read.",
      "Key stores that not every machine has under the same path: tasks there fail."),
  GROUP(
      "tocsin",
      "Prefix of the Kafka consumer groups; the job's name is appended.",
      "The same prefix for two deployments on one broker: their committed offsets overwrite each"
          + " other.",
      "A new prefix for a running deployment: without a checkpoint it reads from `start` again."),
  START(
      "earliest",
      "Where reading begins when there is neither a checkpoint nor a committed offset: `earliest` or"
          + " `latest`.",
      "`latest`: what arrived before the job first started is never seen.",
      "`earliest`: on a topic with months of history the first warnings are about the past."),
  RULEBOOK(
      "",
      "Path of the rulebook, whole or what differs; empty for the one that comes with this version.",
      "Empty: the deployment's own thresholds are not used.",
      "A path that not every machine has: the job does not start."),
  DISORDER(
      "PT60S",
      "How far behind the newest record of a partition event time is held back; records later than"
          + " that are used all the same and counted as late.",
      "Absence is concluded before the refuting record has arrived: false alarms.",
      "Warnings that rest on an absence come later by as much; from ten minutes on also those that"
          + " rest on a call which goes on."),
  IDLE_AFTER(
      "PT5S",
      "A partition without records for this long no longer holds event time back.",
      "A source that pauses is left behind, and its next records count as late.",
      "One silent bank stops all deadlines for as long."),
  TICKS(
      "true",
      "Whether the job adds a record a second from the machine's clock, so that event time and"
          + " deadlines advance in quiet hours.",
      "`false`: at night nothing becomes due until the next event arrives.",
      "`true` while old files are fed in: absences in them are concluded at once."),
  PARALLELISM(
      "0",
      "Parallel subtasks of each operator; 0 for what the cluster says.",
      "Lag grows while cores are idle.",
      "More than there are slots: the job waits for them and does not start."),
  MAX_PARALLELISM(
      "128",
      "Key groups, 1–128. It is part of the state: changing it needs a new start.",
      "The job can never be scaled beyond it.",
      "Above 128 the RocksDB prefix would cut keys in half: refused."),
  STATE_BACKEND(
      "rocksdb",
      "`rocksdb`, or `hashmap` for small deployments and tests.",
      "`hashmap`: state must fit the heap.",
      "`rocksdb` without local SSDs: cache misses wait for the disk."),
  CHECKPOINTS(
      "",
      "Directory for checkpoints, as a URI that every machine reaches; empty for the cluster's.",
      "Empty on a cluster that has none: state is kept in the job manager's memory and lost with it.",
      "A slow remote store: checkpoints time out under load."),
  CHECKPOINT_INTERVAL(
      "PT10S",
      "Time between checkpoints.",
      "The write-back caches are flushed all the time, and throughput falls to that of RocksDB.",
      "After a crash as much input is read again, and warnings are late by the time that takes."),
  RESTART_DELAY(
      "PT1S",
      "First wait before a failed job is restarted; it doubles up to a minute.",
      "A machine that comes up slowly sees many failed attempts.",
      "Every crash costs as much latency."),
  BUFFER_TIMEOUT(
      "PT0.002S",
      "How long a network buffer waits to be filled, 1–5 ms.",
      "0 sends each record by itself: throughput falls.",
      "Latency rises by about half of it at every exchange; 100 ms cost 50 ms at the median."),
  CACHE_ENTRIES(
      "200000",
      "Keys whose profile is held deserialized on heap, per subtask, about 3 KB each; the steps behind the profiles hold half as many. Fewer where they do not fit into half of the heap, divided among the slots (`cache_capacity`).",
      "Most events read and write RocksDB: about a third of the throughput.",
      "The heap fills with states that are seldom asked for, and garbage collection pauses grow."),
  TIMER_GRANULARITY(
      "PT1S",
      "Wake-ups of stages are rounded up to multiples of this.",
      "A timer for every millisecond a stage names: the heap fills with them.",
      "What is due comes late by as much."),
  STATE_RETENTION(
      "P200D",
      "How long a key's state is kept after its last change.",
      "A quiet person's past is forgotten, and known payees look new: no less than the longest memory"
          + " of the rulebook.",
      "More is kept of persons than the purpose allows, and keys that never come back stay on disk.");

  private final String standard;
  private final String meaning;
  private final String tooLow;
  private final String tooHigh;

  Setting(String standard, String meaning, String tooLow, String tooHigh) {
    this.standard = standard;
    this.meaning = meaning;
    this.tooLow = tooLow;
    this.tooHigh = tooHigh;
  }

  /**
   * As an argument ({@code --buffer-timeout}) and in a properties file ({@code buffer-timeout}).
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As an environment variable: {@code TOCSIN_BUFFER_TIMEOUT}. */
  public String variable() {
    return "TOCSIN_" + name();
  }

  public String standard() {
    return standard;
  }

  public String meaning() {
    return meaning;
  }

  /** What goes wrong when it is too low, or with the first of two choices. */
  public String tooLow() {
    return tooLow;
  }

  /** What goes wrong when it is too high, or with the other choice. */
  public String tooHigh() {
    return tooHigh;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }
}
