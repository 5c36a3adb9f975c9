package org.tocsin.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for one run's working files, gone when the run ends. A run that is killed leaves its
 * folder behind; the next one beside it clears it away: of whose folder the lock can be had, that
 * run is dead.
 */
public final class WorkFolder implements AutoCloseable {

  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel lock;
  private final Thread hook;

  private WorkFolder(Path path) throws IOException {
    this.path = path;
    this.lock = FileChannel.open(path.resolve(LOCK), CREATE, WRITE);
    lock.lock();
    this.hook = new Thread(this::deleteQuietly, "delete work folder");
  }

  /**
   * @param parent decides which disk the work is done on
   */
  public static WorkFolder in(Path parent, String prefix) throws IOException {
    clear(parent, prefix);
    WorkFolder folder = new WorkFolder(Files.createTempDirectory(parent, prefix));
    Runtime.getRuntime().addShutdownHook(folder.hook);
    return folder;
  }

  private static void clear(Path parent, String prefix) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : left) {
        if (isDead(folder.resolve(LOCK))) {
          Folders.delete(folder);
        }
      }
    }
  }

  /** One without a lock is none of ours, or about to be locked. */
  private static boolean isDead(Path lock) {
    try (FileChannel channel = FileChannel.open(lock, WRITE);
        FileLock had = channel.tryLock()) {
      return had != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    deleteQuietly();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook finds nothing to delete.
      return;
    }
  }

  private void deleteQuietly() {
    try {
      lock.close();
      Folders.delete(path);
    } catch (IOException e) {
      System.err.println("tocsin: " + path + " could not be deleted: " + e.getMessage());
    }
  }
}
