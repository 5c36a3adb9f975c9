package org.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.Tocsin;

/**
 * The script {@code ./tocsin} on machines that lack something: it builds once, whoever starts it,
 * and what is wrong is one clear line and status 2.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

  @TempDir private Path folder;

  @Test
  void theFirstStartBuildsAndTheNextOnesDoNot() throws Exception {
    Checkout checkout = Checkout.ready(folder);

    Checkout.Run first = checkout.run("replay", "--in", "a folder", "--out", "");
    Checkout.Run second = checkout.run("replay");

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).isEqualTo("ran\n");
    assertThat(first.err()).contains("building", "schemas [1/2]", "built in");
    assertThat(second.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void argumentsAndStatusAreTheProgramsOwn() throws Exception {
    Checkout checkout = Checkout.ready(folder);

    Checkout.Run run =
        checkout.run(
            checkout.launcher(), Map.of("FAKE_STATUS", "7"), "replay", "--in", "a folder", "");

    assertThat(run.status()).isEqualTo(7);
    assertThat(checkout.arguments())
        .containsSubsequence("org.tocsin.local.Main", "replay", "--in", "a folder", "");
  }

  @Test
  void aSourceNewerThanTheBuildIsBuilt() throws Exception {
    Checkout checkout = Checkout.ready(folder);
    checkout.run("up");

    checkout.change();
    checkout.run("up");

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void ofSeveralFirstStartsAtOnceOneBuildsAndTheOthersWait() throws Exception {
    Checkout checkout = Checkout.ready(folder);
    List<Checkout.Started> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(checkout.start(checkout.launcher(), Map.of(), "simulate"));
    }
    List<Checkout.Run> runs = new ArrayList<>();
    for (Checkout.Started each : started) {
      runs.add(Checkout.finished(each));
    }

    assertThat(runs).allMatch(run -> run.status() == 0 && run.out().equals("ran\n"));
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(runs.stream().filter(run -> run.err().contains("waiting for another start")))
        .hasSize(3);
    assertThat(checkout.home().resolve("local/target/launch.lock")).doesNotExist();
  }

  @Test
  void aBuilderThatDiedIsNotWaitedFor() throws Exception {
    Checkout checkout = Checkout.ready(folder);
    Path lock = Files.createDirectories(checkout.home().resolve("local/target/launch.lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

    Checkout.Run run = checkout.run("up");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("waiting");
  }

  @Test
  void aBuildThatFailsSaysWhereItsLogIsAndIsTriedAgain() throws Exception {
    Checkout checkout = Checkout.ready(folder).failingMaven();

    Checkout.Run failed = checkout.run("up");

    assertThat(failed.status()).isEqualTo(2);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("a semicolon is missing")
        .contains("tocsin: the build failed; the whole log is ")
        .contains("launch-build.log");
    assertThat(checkout.maven().run("up").status()).isZero();
  }

  @Test
  void noJavaIsOneLine() throws Exception {
    Checkout checkout = new Checkout(folder, "tocsin").maven();

    refused(
        checkout.run("up"),
        "tocsin: needs a JDK 17 or later, and finds no java: install one or set JAVA_HOME");
  }

  @ParameterizedTest
  @CsvSource({"11, 11", "16, 16", "1.8, 1.8", "'', unknown"})
  void aJavaTooOldIsOneLine(String version, String told) throws Exception {
    Checkout checkout = new Checkout(folder, "tocsin").java(version).javac().maven();

    Checkout.Run run = checkout.run("up");

    assertThat(run.err()).contains("of version " + told);
    refused(run, "tocsin: needs a JDK 17 or later; ");
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void aRuntimeWithoutACompilerIsOneLine() throws Exception {
    Checkout checkout = new Checkout(folder, "tocsin").java("21").maven();

    refused(checkout.run("up"), "tocsin: needs a JDK to build, and ");
  }

  @Test
  void noMavenIsOneLine() throws Exception {
    Checkout checkout = new Checkout(folder, "tocsin").java("17").javac();

    refused(
        checkout.run("up"),
        "tocsin: needs Maven 3.8 or later to build, and finds no mvn: install it");
  }

  @Test
  void whatIsBuiltNeedsNeitherMavenNorACompiler() throws Exception {
    Checkout checkout = Checkout.ready(folder);
    checkout.run("up");
    Files.delete(folder.resolve("bin/mvn"));
    Files.delete(folder.resolve("bin/javac"));

    assertThat(checkout.run("up").status()).isZero();
  }

  @Test
  void aPathMayHoldSpacesAndOtherSigns() throws Exception {
    Checkout checkout = new Checkout(folder, "my clone (2) & 汉字").java("17").javac().maven();

    Checkout.Run run = checkout.run("up");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(checkout.arguments()).contains("-Dtocsin.home=" + checkout.home());
  }

  @Test
  void itIsFoundThroughLinks() throws Exception {
    Checkout checkout = Checkout.ready(folder);
    Path first = checkout.linked(folder.resolve("links/one"), Path.of("..", "tocsin", "tocsin"));
    Path second = checkout.linked(folder.resolve("more links/two"), first);

    Checkout.Run run = checkout.run(second, Map.of(), "up");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(checkout.arguments()).contains("-Dtocsin.home=" + checkout.home());
  }

  @ParameterizedTest
  @CsvSource({
    "up --nonsense, tocsin up: Unknown option: '--nonsense'",
    "dance, tocsin: Unmatched argument",
    "replay --out, tocsin replay: ",
    "up --port many, tocsin up: Invalid value for option '--port'"
  })
  void aWrongOptionIsOneLineOfTheProgram(String call, String told) throws Exception {
    Tocsin.Result result = new Tocsin(folder).run(call.split(" "));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().strip()).hasLineCount(1).startsWith(told).contains("--help");
  }

  private static void refused(Checkout.Run run, String line) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).hasLineCount(1).startsWith(line);
  }
}
