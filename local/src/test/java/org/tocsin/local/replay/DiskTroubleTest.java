package org.tocsin.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.CannotRun;

class DiskTroubleTest {

  @TempDir private Path folder;

  @Test
  void aFullDiskIsFoundHoweverDeepAndInWhateverForm() {
    IOException full = new IOException("No space left on device");

    assertThat(DiskTrouble.in(full)).isEqualTo("no space left on device");
    assertThat(DiskTrouble.in(new IllegalStateException("job", new RuntimeException("task", full))))
        .isEqualTo("no space left on device");
    assertThat(DiskTrouble.in(new RuntimeException("job", new SerializedThrowable(full))))
        .isEqualTo("no space left on device");
  }

  @Test
  void anotherFailureIsNone() {
    IOException itself = new IOException("x", null);

    assertThat(DiskTrouble.in(itself)).isNull();
    assertThat(DiskTrouble.in(new IllegalStateException())).isNull();
  }

  @Test
  void whatIsPublishedHasItsSummaryLastAndAFolderInTheWayChangesNothing() throws Exception {
    Files.writeString(folder.resolve("a"), "old");
    Files.writeString(folder.resolve("summary"), "old");
    try (OutputFolder output = OutputFolder.open(folder)) {
      Files.writeString(output.work("a"), "new");
      // Killed before the summary is there, as far as the files go.
      assertThatThrownBy(() -> output.publish(List.of("a", "summary")))
          .isInstanceOf(IOException.class);
    }
    assertThat(folder.resolve("a")).hasContent("new");
    assertThat(folder.resolve("summary")).doesNotExist();

    Files.createDirectory(folder.resolve("b"));
    try (OutputFolder output = OutputFolder.open(folder)) {
      Files.writeString(output.work("a"), "newer");
      assertThatThrownBy(() -> output.publish(List.of("a", "b"))).isInstanceOf(CannotRun.class);
    }
    assertThat(folder.resolve("a")).hasContent("new");
  }
}
