package org.tocsin.local.up;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.tocsin.local.Folders;

/**
 * From where each job goes on at the next start: the savepoint of a stop in order, or else the
 * newest checkpoint that the run left.
 */
final class ResumePoints {

  private static final String FILE = "resume.properties";
  private static final String CHECKPOINT_MARK = "_metadata";
  private static final String FROM = ".from";
  private static final String RUN = ".run";

  private final Path folder;

  private ResumePoints(Path folder) {
    this.folder = folder;
  }

  static ResumePoints in(Path folder) {
    return new ResumePoints(folder);
  }

  /** Every run begins anew. */
  static ResumePoints none() {
    return new ResumePoints(null);
  }

  boolean kept() {
    return folder != null;
  }

  String savepointFolder() {
    return folder.resolve("savepoints").toUri().toString();
  }

  Optional<String> of(String job) throws IOException {
    if (!kept()) {
      return Optional.empty();
    }
    Properties known = read();
    String run = known.getProperty(job + RUN);
    Optional<String> checkpoint = run == null ? Optional.empty() : newestCheckpoint(ofRun(run));
    return checkpoint.or(() -> Optional.ofNullable(known.getProperty(job + FROM)));
  }

  private Path ofRun(String run) {
    return folder.resolve("checkpoints").resolve(run);
  }

  private static Optional<String> newestCheckpoint(Path run) throws IOException {
    if (!Files.isDirectory(run)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(run, 2)) {
      return files
          .filter(file -> file.endsWith(CHECKPOINT_MARK))
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .map(file -> file.getParent().toUri().toString());
    }
  }

  /**
   * @param from where this run began; until its first checkpoint the newest point there is
   */
  void started(String job, JobID run, Optional<String> from) throws IOException {
    if (kept()) {
      Properties known = read();
      from.ifPresent(point -> known.setProperty(job + FROM, point));
      known.setProperty(job + RUN, run.toHexString());
      write(known);
    }
  }

  /** The savepoint stands alone: what the run and those before it left can go. */
  void stopped(String job, JobID run, String savepoint) throws IOException {
    Properties known = read();
    String past = known.getProperty(job + FROM);
    known.setProperty(job + FROM, savepoint);
    known.remove(job + RUN);
    write(known);
    Folders.delete(ofRun(run.toHexString()));
    if (past != null && !past.equals(savepoint)) {
      Folders.delete(Path.of(URI.create(past)));
    }
  }

  private Properties read() throws IOException {
    Properties known = new Properties();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        known.load(in);
      }
    }
    return known;
  }

  private void write(Properties known) throws IOException {
    Files.createDirectories(folder);
    Path next = folder.resolve(FILE + ".new");
    try (var out = Files.newBufferedWriter(next)) {
      known.store(out, "Written by tocsin up");
    }
    Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
