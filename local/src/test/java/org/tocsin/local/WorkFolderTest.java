package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run clears away what a killed one left, and nothing else. */
class WorkFolderTest {

  @TempDir private Path parent;

  @Test
  void whatAKilledRunLeftIsGoneWithTheNextRun() throws IOException {
    Path left = Files.createDirectory(parent.resolve(".replay-77"));
    Files.createFile(left.resolve(".lock"));
    Files.writeString(left.resolve("warnings.ndjson"), "half");

    try (WorkFolder work = WorkFolder.in(parent, ".replay-")) {
      assertThat(left).doesNotExist();
      assertThat(work.path()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aRunBesideItKeepsItsFolder() throws IOException {
    try (WorkFolder one = WorkFolder.in(parent, ".replay-");
        WorkFolder other = WorkFolder.in(parent, ".replay-")) {
      assertThat(one.path()).isDirectory();
      assertThat(other.path()).isDirectory().isNotEqualTo(one.path());
    }
  }

  @Test
  void whatIsNoneOfOursStays() throws IOException {
    Path unlocked = Files.createDirectory(parent.resolve(".replay-notes"));
    Path otherwise = Files.createDirectory(parent.resolve("replay"));
    Files.createFile(otherwise.resolve(".lock"));

    WorkFolder.in(parent, ".replay-").close();

    assertThat(unlocked).isDirectory();
    assertThat(otherwise).isDirectory();
  }
}
