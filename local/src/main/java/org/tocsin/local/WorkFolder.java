package org.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for one run's working files, gone when the run ends, however it ends. */
public final class WorkFolder implements AutoCloseable {

  private final Path path;
  private final Thread hook;

  private WorkFolder(Path path) {
    this.path = path;
    this.hook = new Thread(this::deleteQuietly, "delete work folder");
  }

  /**
   * @param parent decides which disk the work is done on
   */
  public static WorkFolder in(Path parent, String prefix) throws IOException {
    WorkFolder folder = new WorkFolder(Files.createTempDirectory(parent, prefix));
    Runtime.getRuntime().addShutdownHook(folder.hook);
    return folder;
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
      Folders.delete(path);
    } catch (IOException e) {
      System.err.println("tocsin: " + path + " could not be deleted: " + e.getMessage());
    }
  }
}
