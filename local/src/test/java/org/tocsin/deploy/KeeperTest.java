package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docker/flink/keeper.sh starts a job from, with a client that does as the test says. */
class KeeperTest {

  private static final Path KEEPER =
      DeploymentFilesTest.DOCKER.resolve("flink/keeper.sh").toAbsolutePath();
  private static final String SAVEPOINT = "/flink/savepoints/sp-1";

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void a_client_that_writes_down_how_it_is_called() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path flink = bin.resolve("flink");
    Files.writeString(
        flink,
        """
        #!/usr/bin/env bash
        case $1 in
          list) cat "$STUB/list" && exit 0 || exit 1 ;;
          run) echo "$*" >>"$STUB/runs"; exit "$(cat "$STUB/answer")" ;;
        esac
        """);
    assertThat(flink.toFile().setExecutable(true)).isTrue();
    lists("");
    answers(0);
  }

  @Test
  void a_savepoint_whose_job_could_not_be_submitted_is_asked_for_again() throws Exception {
    answers(1);
    assertThat(keep()).contains("detection was not submitted; trying again");
    answers(0);
    keep();

    assertThat(runs()).hasSize(2).allMatch(run -> run.contains("-s " + SAVEPOINT));
  }

  @Test
  void a_savepoint_whose_job_came_to_no_checkpoint_of_its_own_is_asked_for_again()
      throws Exception {
    checkpoint("old", Instant.now().minusSeconds(3_600));
    keep();
    keep();

    assertThat(runs()).hasSize(2).allMatch(run -> run.contains("-s " + SAVEPOINT));
  }

  @Test
  void once_the_job_has_a_checkpoint_of_its_own_that_is_newer() throws Exception {
    keep();
    Path newest = checkpoint("new", Instant.now().plusSeconds(60));
    keep();

    assertThat(runs()).hasSize(2);
    assertThat(runs().get(1)).contains("-s " + newest);
  }

  @Test
  void a_job_that_is_there_is_left_alone() throws Exception {
    lists("01.12.2026 10:00:00 : 0123 : detection (RUNNING)\n");
    keep();

    assertThat(runs()).isEmpty();
  }

  @Test
  void a_list_that_cannot_be_had_starts_nothing_a_second_time() throws Exception {
    Files.delete(folder.resolve("list"));

    assertThat(keep()).contains("does not answer yet");
    assertThat(runs()).isEmpty();
  }

  private void lists(String jobs) throws IOException {
    Files.writeString(folder.resolve("list"), jobs);
  }

  private void answers(int status) throws IOException {
    Files.writeString(folder.resolve("answer"), Integer.toString(status));
  }

  private Path checkpoint(String job, Instant made) throws IOException {
    Path checkpoint =
        Files.createDirectories(data.resolve("checkpoints/detection/" + job + "/chk-7"));
    Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "");
    Files.setLastModifiedTime(metadata, FileTime.from(made));
    return checkpoint;
  }

  private List<String> runs() throws IOException {
    Path runs = folder.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs) : List.of();
  }

  private String keep() throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder keeper = new ProcessBuilder("bash", KEEPER.toString(), "--once");
    keeper.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    keeper.environment().put("STUB", folder.toString());
    keeper.environment().put("TOCSIN_JOBMANAGER", "nowhere:8081");
    keeper.environment().put("TOCSIN_DATA", data.toString());
    keeper.environment().put("TOCSIN_KEEP", "detection");
    keeper.environment().put("TOCSIN_SAVEPOINT_DETECTION", SAVEPOINT);
    Process process = keeper.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(log);
  }
}
