package org.tocsin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Stream;
import org.tocsin.testkit.process.BrokerProcess;
import org.tocsin.testkit.process.FlinkProcesses;

/**
 * A TaskManager that is killed with SIGKILL in mid-stream costs no warning and makes no new one:
 * the set of warning ids is that of an undisturbed run on the same events.
 */
class TaskManagerKilledIT {

  private static final String JOB = "detection";
  private static final List<String> READ =
      List.of(Stream.CARD_OPENING.topic(), Stream.CALL.topic(), Stream.TRANSACTION.topic());
  private static final int OF_EACH = 12;
  private static final int ORDINARY = 3_000;
  private static final int CHUNKS = 6;

  @TempDir Path folder;

  @Test
  void warningsAreThoseOfAnUndisturbedRun() throws Exception {
    List<List<Event>> acts = acts();
    try (FlinkProcesses flink = Centre.startFlink(folder.resolve("flink"))) {
      var undisturbed = warnings(flink, "undisturbed", acts, 0);
      var killed = warnings(flink, "killed", acts, 3);

      assertThat(Warnings.patterns(undisturbed)).containsAll(Stories.patterns());
      assertThat(killed.keySet()).containsExactlyInAnyOrderElementsOf(undisturbed.keySet());
    }
  }

  private static List<List<Event>> acts() {
    long start = System.currentTimeMillis() - Duration.ofHours(6).toMillis();
    Stories stories = new Stories(OF_EACH, start, 7);
    List<List<Event>> acts = new ArrayList<>(stories.firstHalf(ORDINARY));
    acts.addAll(stories.secondHalf(ORDINARY));
    return acts;
  }

  /**
   * Runs the job on a broker of its own and kills its TaskManager {@code kills} times meanwhile.
   */
  private Map<String, org.apache.avro.generic.GenericRecord> warnings(
      FlinkProcesses flink, String name, List<List<Event>> acts, int kills) throws Exception {
    Path own = folder.resolve(name);
    try (BrokerProcess broker = BrokerProcess.start(own.resolve("broker"))) {
      Centre.createTopics(broker, 2);
      Centre.keep(flink, own, broker, Map.of("TOCSIN_KEEP", "detection"));
      String job = flink.rest().jobNamed(JOB).orElseThrow();
      flink.awaitRunning(job);
      int killed = 0;
      for (List<Event> act : acts) {
        List<List<Event>> chunks = chunks(act);
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
          Centre.send(broker, chunks.get(chunk));
          if (chunk == CHUNKS / 2 && act.size() > ORDINARY && killed < kills) {
            flink.killTaskManager();
            flink.startTaskManager();
            killed++;
          }
        }
        // Within an act topics are independent; across acts their order is part of the story.
        Centre.awaitRead(broker, "tocsin-" + JOB, READ);
      }
      assertThat(flink.rest().restored(job)).isGreaterThanOrEqualTo(killed);
      flink.cancel(job);
      return Warnings.byId(broker.bootstrap());
    }
  }

  private static List<List<Event>> chunks(List<Event> act) {
    List<List<Event>> chunks = new ArrayList<>();
    int size = Math.max(1, (act.size() + CHUNKS - 1) / CHUNKS);
    for (int from = 0; from < act.size(); from += size) {
      chunks.add(act.subList(from, Math.min(act.size(), from + size)));
    }
    return chunks;
  }
}
