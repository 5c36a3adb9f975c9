package org.tocsin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program as a person would: a process of its own, judged by what it prints and leaves.
 */
public final class Tocsin {

  private static final long PATIENCE_MINUTES = 4;

  private final Path folder;

  /**
   * @param folder for the program's temporary files and notes, so that a test sees what is left
   */
  public Tocsin(Path folder) {
    this.folder = folder;
  }

  /** What a finished run left at the terminal. */
  public record Result(int status, String out, String err) {

    public String all() {
      return out + err;
    }
  }

  public Result run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(out, err, arguments);
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running: " + List.of(arguments));
    }
    return new Result(process.exitValue(), text(out), text(err));
  }

  public Process start(Path out, Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
    for (String opened : List.of("java.util", "java.lang", "java.time")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.add("-Djava.io.tmpdir=" + temporary());
    command.add("-Dtocsin.state=" + folder.resolve("state"));
    command.addAll(List.of("-cp", classPath(), "org.tocsin.local.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /** Where the program makes its temporary folders. */
  public Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("tmp"));
  }

  /** What the program left in its temporary folder. */
  public List<Path> left() throws IOException {
    try (var files = Files.list(temporary())) {
      // Native libraries of the compression codecs, unpacked and deleted by the JVM at its end.
      return files.toList();
    }
  }

  /** Surefire hides the class path in a jar's manifest. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  public static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
