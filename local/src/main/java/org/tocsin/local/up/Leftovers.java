package org.tocsin.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.local.Folders;

/** What a centre that was killed could not clear up itself: its database and temporary folder. */
final class Leftovers {

  static final String PREFIX = "tocsin-up-";

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final String OWNER = "owner.pid";
  private static final long DATABASE_PATIENCE_SECONDS = 10;

  private Leftovers() {}

  /** Says whose the folder is. */
  static void mark(Path folder) throws IOException {
    Files.writeString(folder.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
  }

  /** Clears up after the centres whose process is gone. What cannot be is left. */
  static void clear(Path parent) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(parent)) {
      folders = children.filter(c -> c.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path folder : folders) {
      try {
        if (ownerIsGone(folder)) {
          stopDatabase(folder.resolve("postgres/data"));
          Folders.delete(folder);
        }
      } catch (IOException e) {
        LOG.warn("{} could not be cleared up", folder, e);
      }
    }
  }

  /** A folder without a mark is just being made. */
  private static boolean ownerIsGone(Path folder) throws IOException {
    Optional<ProcessHandle> owner = process(folder.resolve(OWNER));
    return Files.exists(folder.resolve(OWNER)) && !owner.map(ProcessHandle::isAlive).orElse(false);
  }

  /** Stops a database that still runs on the folder. */
  static void stopDatabase(Path data) throws IOException {
    Optional<ProcessHandle> server = process(data.resolve("postmaster.pid"));
    // The number may belong to another program by now; only the right command line will do.
    boolean ours =
        server
            .flatMap(process -> process.info().commandLine())
            .map(line -> line.contains(data.toString()))
            .orElse(false);
    if (ours) {
      server.get().destroy();
      server
          .get()
          .onExit()
          .completeOnTimeout(null, DATABASE_PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    }
  }

  private static Optional<ProcessHandle> process(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
