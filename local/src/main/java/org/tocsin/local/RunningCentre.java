package org.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The centre that runs on this machine for this user, so that {@code feed} finds it without being
 * told.
 *
 * @param pid of its process
 * @param bootstrap its broker, {@code host:port}
 * @param console the address of its page
 */
public record RunningCentre(long pid, String bootstrap, String console) {

  /** Overrides the folder of the note; for tests, and for homes that cannot be written to. */
  private static final String FOLDER_PROPERTY = "tocsin.state";

  /** The running centre; empty when there is none, or it ended without taking its note away. */
  public static Optional<RunningCentre> find() {
    Properties note = new Properties();
    try (var in = Files.newBufferedReader(file())) {
      note.load(in);
      RunningCentre noted =
          new RunningCentre(
              Long.parseLong(note.getProperty("pid")),
              note.getProperty("bootstrap"),
              note.getProperty("console"));
      boolean alive = ProcessHandle.of(noted.pid).map(ProcessHandle::isAlive).orElse(false);
      return alive ? Optional.of(noted) : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Leaves the note; the last of several centres is the one that is found. */
  public void note() throws IOException {
    Properties note = new Properties();
    note.setProperty("pid", Long.toString(pid));
    note.setProperty("bootstrap", bootstrap);
    note.setProperty("console", console);
    Files.createDirectories(file().getParent());
    Path next = file().resolveSibling(file().getFileName() + "." + pid);
    try (var out = Files.newBufferedWriter(next)) {
      note.store(out, "The centre that tocsin up runs");
    }
    Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes the note away if it is this one's. */
  public void forget() throws IOException {
    if (find().filter(this::equals).isPresent()) {
      Files.deleteIfExists(file());
    }
  }

  private static Path file() {
    return folder().resolve("up.properties");
  }

  private static Path folder() {
    String named = System.getProperty(FOLDER_PROPERTY);
    if (named != null) {
      return Path.of(named);
    }
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state == null || state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("tocsin");
  }
}
