package org.tocsin.local.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tocsin.local.CannotRun;
import org.tocsin.local.WorkFolder;

/** Where the centre stores what it knows: a folder that is kept, or a temporary one. */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final WorkFolder temporary;
  private final FileChannel lock;

  private DataFolder(Path path, WorkFolder temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * @param kept null for a temporary folder
   * @throws CannotRun when it cannot be written to, or another centre uses it
   */
  static DataFolder open(Path kept) {
    try {
      if (kept == null) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        Leftovers.clear(parent);
        WorkFolder work = WorkFolder.in(parent, Leftovers.PREFIX);
        Leftovers.mark(work.path());
        return new DataFolder(work.path(), work, null);
      }
      Path path = kept.toAbsolutePath().normalize();
      Files.createDirectories(path);
      return new DataFolder(path, null, lock(path));
    } catch (IOException e) {
      throw new CannotRun("the data folder %s cannot be written to".formatted(kept), e);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new CannotRun("the data folder %s is used by another centre".formatted(path));
    }
    return channel;
  }

  Path of(String part) {
    return path.resolve(part);
  }

  Path path() {
    return path;
  }

  boolean kept() {
    return temporary == null;
  }

  @Override
  public void close() throws IOException {
    if (temporary != null) {
      temporary.close();
    } else {
      lock.close();
    }
  }
}
