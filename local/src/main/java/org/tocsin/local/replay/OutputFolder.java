package org.tocsin.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tocsin.local.CannotRun;
import org.tocsin.local.WorkFolder;

/**
 * Where a replay's files go: made in a working folder beside them and moved into place once all are
 * whole, so that a replay that fails leaves what was there before.
 */
final class OutputFolder implements AutoCloseable {

  /** Less is no room for more than a few buffers. */
  private static final long FULL_BYTES = 1L << 20;

  private final Path folder;
  private final WorkFolder work;

  private OutputFolder(Path folder, WorkFolder work) {
    this.folder = folder;
    this.work = work;
  }

  /**
   * @param folder is made when it does not exist
   * @throws CannotRun when nothing can be written there
   */
  static OutputFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new OutputFolder(folder, WorkFolder.in(folder, ".replay-"));
    } catch (IOException e) {
      throw new CannotRun("the output folder %s cannot be written to".formatted(folder), e);
    }
  }

  /** A working file or finished file of that name, not yet in place. */
  Path work(String name) {
    return work.path().resolve(name);
  }

  Path workFolder() {
    return work.path();
  }

  /**
   * A failure as the person at the terminal should read it: when the disk took no more, that. Of a
   * job that fails Flink tells the last thing that happened, not always the first, so the disk is
   * asked as well.
   */
  Exception understood(Exception failure) throws IOException {
    String said = isFull() ? DiskTrouble.FULL : DiskTrouble.in(failure);
    return said == null || failure instanceof CannotRun
        ? failure
        : new CannotRun(
            "the output folder %s cannot be written to: %s; what was there before is unchanged"
                .formatted(folder, said),
            failure);
  }

  private boolean isFull() throws IOException {
    return Files.getFileStore(work.path()).getUsableSpace() < FULL_BYTES;
  }

  /**
   * Moves the finished files into place. The last name stands for all: it is taken away first, so
   * that a replay which is killed in between leaves no old summary beside new files.
   */
  void publish(List<String> names) throws IOException {
    for (String name : names) {
      if (Files.isDirectory(folder.resolve(name))) {
        throw new CannotRun("%s is a folder, not a file".formatted(folder.resolve(name)));
      }
    }
    Files.deleteIfExists(folder.resolve(names.get(names.size() - 1)));
    for (String name : names) {
      Files.move(
          work(name),
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
