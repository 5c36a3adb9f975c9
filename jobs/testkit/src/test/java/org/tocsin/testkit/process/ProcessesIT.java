package org.tocsin.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Separate processes can be started, killed, restored and asked, before any job of ours runs. */
class ProcessesIT {

  @TempDir Path folder;

  @Test
  void aBrokerTakesTopics() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      admin.createTopics(List.of(new NewTopic("tried", 1, (short) 1))).all().get();

      assertThat(admin.listTopics().names().get()).contains("tried");
    }
  }

  @Test
  void aJobSurvivesItsTaskManagerAndMovesWithASavepoint() throws Exception {
    Path jar = jarOf(CountingJob.class, CountingJob.class.getName() + "$Count");
    try (FlinkProcesses cluster = FlinkProcesses.start(folder.resolve("flink"), null)) {
      String job = cluster.run(jar, CountingJob.class.getName(), null);
      cluster.awaitRunning(job);
      cluster.awaitCheckpoints(job, 1);

      cluster.killTaskManager();
      cluster.startTaskManager();
      cluster.awaitCheckpoints(job, 2);
      assertThat(cluster.rest().restored(job)).isPositive();

      Path savepoint = cluster.stopWithSavepoint(job);
      assertThat(savepoint).isDirectory();
      String again = cluster.run(jar, CountingJob.class.getName(), savepoint);
      cluster.awaitRunning(again);
      assertThat(cluster.rest().restored(again)).isEqualTo(1);
    }
  }

  private Path jarOf(Class<?> main, String... others) throws IOException {
    Path jar = folder.resolve("job.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, main.getName());
      for (String other : others) {
        add(out, other);
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, String className) throws IOException {
    String resource = className.replace('.', '/') + ".class";
    out.putNextEntry(new JarEntry(resource));
    try (InputStream in = ProcessesIT.class.getClassLoader().getResourceAsStream(resource)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }
}
