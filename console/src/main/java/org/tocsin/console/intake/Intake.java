package org.tocsin.console.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.console.Topics;

/**
 * Carries the output topics into the database: poll, write the batch, commit the offsets, in this
 * order, so that nothing told is lost; what is told twice is written once. It ends only when
 * closed: while the database or the broker is away it waits and goes on where it was.
 */
public final class Intake implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MILLIS_MIN = 200;
  private static final long PAUSE_MILLIS_MAX = 5_000;
  private static final long END_WAIT_MILLIS = 10_000;

  private final Map<String, Object> consumerSettings;
  private final Decoder decoder;
  private final BatchWriter writer;
  private final IntakeMetrics metrics;
  private final Thread thread;
  private final CountDownLatch pausing = new CountDownLatch(1);
  private volatile boolean ending;
  private volatile Consumer<byte[], byte[]> consumer;

  public Intake(
      Map<String, Object> consumerSettings,
      Decoder decoder,
      BatchWriter writer,
      MeterRegistry registry) {
    this.consumerSettings = Map.copyOf(consumerSettings);
    this.decoder = decoder;
    this.writer = writer;
    this.metrics = new IntakeMetrics(registry);
    this.thread = new Thread(this::run, "desk-intake");
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** False once the loop ended, which it does only when closed. */
  public boolean alive() {
    return thread.isAlive();
  }

  private void run() {
    long pause = PAUSE_MILLIS_MIN;
    while (!ending) {
      try (KafkaConsumer<byte[], byte[]> fresh = new KafkaConsumer<>(consumerSettings)) {
        consumer = fresh;
        fresh.subscribe(Topics.READ);
        while (!ending) {
          carry(fresh);
          pause = PAUSE_MILLIS_MIN;
        }
      } catch (WakeupException e) {
        LOG.debug("Woken to end");
      } catch (RuntimeException e) {
        // A new consumer starts at the committed offsets, so the batch is read again.
        metrics.interrupted();
        LOG.warn("Intake interrupted, going on in {} ms: {}", pause, Faults.inShort(e));
        sleep(pause);
        pause = Math.min(pause * 2, PAUSE_MILLIS_MAX);
      } finally {
        consumer = null;
      }
    }
  }

  private void carry(Consumer<byte[], byte[]> from) {
    ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    List<Told> batch = decoded(records);
    Timer.Sample sample = metrics.batchStarted();
    BatchWriter.Written written = writer.write(batch);
    for (BatchWriter.Unusable unusable : written.unusable()) {
      refuse(
          unusable.told().topic(),
          unusable.told().partition(),
          unusable.told().offset(),
          unusable.why());
    }
    metrics.batchWritten(sample, batch);
    from.commitSync(records.nextOffsets());
  }

  private List<Told> decoded(ConsumerRecords<byte[], byte[]> records) {
    List<Told> batch = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        batch.add(
            new Told(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                decoder.decode(record.topic(), record.value())));
      } catch (RuntimeException e) {
        refuse(record.topic(), record.partition(), record.offset(), Faults.inShort(e));
      }
    }
    return batch;
  }

  private void refuse(String topic, int partition, long offset, String why) {
    metrics.refused(topic);
    LOG.warn("Passed over {} {}:{}, {}", topic, partition, offset, why);
  }

  private void sleep(long millis) {
    try {
      if (pausing.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("Told to end while pausing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending = true;
    }
  }

  @Override
  public void close() {
    ending = true;
    Consumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    pausing.countDown();
    try {
      thread.join(END_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
