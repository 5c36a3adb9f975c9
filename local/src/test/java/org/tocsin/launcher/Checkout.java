package org.tocsin.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A clone of the repository that holds nothing but the launcher, and a machine that has what a test
 * gives it: a java, javac and mvn of a few lines each, which write down how they were called.
 */
final class Checkout {

  private static final long PATIENCE_SECONDS = 60;

  /** What the launcher uses of a bare machine. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cp",
          "cut",
          "date",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "tee",
          "touch");

  private final Path home;
  private final Path tools;
  private final Path said;

  /**
   * @param folder empty
   * @param name of the clone's folder
   */
  Checkout(Path folder, String name) throws IOException {
    home = Files.createDirectories(folder.resolve(name));
    tools = Files.createDirectories(folder.resolve("bin"));
    said = Files.createDirectories(folder.resolve("said"));
    Files.copy(repository().resolve("tocsin"), launcher());
    executable(launcher());
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    for (String module : List.of("schemas", "jobs", "console", "local")) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
    }
    for (String tool : TOOLS) {
      tool(tool, "exec " + real(tool) + " \"$@\"\n");
    }
  }

  /** With all that is needed. */
  static Checkout ready(Path folder) throws IOException {
    return new Checkout(folder, "tocsin").java("17").javac().maven();
  }

  Path home() {
    return home;
  }

  Path launcher() {
    return home.resolve("tocsin");
  }

  /**
   * A java that says of itself what is asked, and of the program what it was called with.
   *
   * @param version its specification's
   */
  Checkout java(String version) throws IOException {
    return tool(
        "java",
        """
        if [ "$1" = -XshowSettings:properties ]; then
          echo '    java.specification.version = %s' >&2; exit 0
        fi
        for each in "$@"; do echo "$each"; done >'%s/arguments'
        echo ran; exit ${FAKE_STATUS:-0}
        """
            .formatted(version, said));
  }

  Checkout javac() throws IOException {
    return tool("javac", "exit 1\n");
  }

  /** A mvn that takes a second to make what the launcher looks for. */
  Checkout maven() throws IOException {
    return tool(
        "mvn",
        """
        echo called >>'%s/builds'
        echo '[INFO] Building Tocsin :: schemas 0.1.0-SNAPSHOT                          [1/2]'
        sleep 1
        mkdir -p local/target/lib
        touch local/target/lib/tocsin-core-0.1.0.jar local/target/tocsin-local-0.1.0.jar
        """
            .formatted(said));
  }

  /** A mvn that fails, as a compiler error makes it. */
  Checkout failingMaven() throws IOException {
    return tool("mvn", "echo '[ERROR] Foo.java:[1,1] a semicolon is missing'; exit 1\n");
  }

  Checkout tool(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.deleteIfExists(file);
    Files.writeString(file, "#!" + real("bash") + "\n" + script);
    executable(file);
    return this;
  }

  /** A link to the launcher, elsewhere. */
  Path linked(Path link, Path target) throws IOException {
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, target);
  }

  /** How often Maven was called. */
  int builds() throws IOException {
    Path builds = said.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** What java was called with last. */
  List<String> arguments() throws IOException {
    return Files.readAllLines(said.resolve("arguments"));
  }

  /** A source newer than the build. */
  void change() throws IOException {
    Path source = home.resolve("local/src/main/New.java");
    Files.writeString(source, "class New {}", StandardOpenOption.CREATE);
    Path jar = home.resolve("local/target/tocsin-local-0.1.0.jar");
    Files.setLastModifiedTime(
        source,
        java.nio.file.attribute.FileTime.fromMillis(
            Files.getLastModifiedTime(jar).toMillis() + 2_000));
  }

  record Run(int status, String out, String err) {}

  Run run(String... arguments) throws Exception {
    return finished(start(launcher(), Map.of(), arguments));
  }

  Run run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    return finished(start(launcher, environment, arguments));
  }

  Started start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    Path out = Files.createTempFile(said, "out", ".txt");
    Path err = Files.createTempFile(said, "err", ".txt");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(said.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    return new Started(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  record Started(Process process, Path out, Path err) {}

  static Run finished(Started started) throws Exception {
    if (!started.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      started.process().destroyForcibly();
      throw new IllegalStateException("the launcher still runs: " + started.err());
    }
    return new Run(
        started.process().exitValue(),
        Files.readString(started.out()),
        Files.readString(started.err()));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path real(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("tocsin"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
