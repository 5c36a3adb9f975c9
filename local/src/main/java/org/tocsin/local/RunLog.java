package org.tocsin.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where the libraries of one run write their logs: a file, so that the terminal shows only what a
 * person wants to read. It is gone when the run ends, unless a fault made it worth keeping or the
 * person named it with {@code -Dtocsin.log}.
 */
final class RunLog {

  /** What the logging configuration reads; it must be set before the first logger is made. */
  private static final String PROPERTY = "tocsin.log";

  private final Path file;
  private final boolean named;

  private RunLog(Path file, boolean named) {
    this.file = file;
    this.named = named;
  }

  static RunLog open() {
    String name = System.getProperty(PROPERTY);
    if (name != null) {
      return new RunLog(Path.of(name), true);
    }
    try {
      Path file = Files.createTempFile("tocsin-", ".log");
      file.toFile().deleteOnExit();
      new File(file + ".1").deleteOnExit();
      System.setProperty(PROPERTY, file.toString());
      return new RunLog(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes down what failed, and keeps the file under the name returned. */
  Path keep(Throwable failure) {
    try {
      Path kept = named ? file : kept();
      try (PrintWriter out = append(kept)) {
        failure.printStackTrace(out);
      }
      return kept;
    } catch (IOException e) {
      failure.addSuppressed(e);
      return file;
    }
  }

  private Path kept() throws IOException {
    Path kept = file.resolveSibling(file.getFileName().toString().replace(".log", "-failed.log"));
    return Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
  }

  private static PrintWriter append(Path to) throws IOException {
    return new PrintWriter(
        Files.newBufferedWriter(
            to, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }
}
