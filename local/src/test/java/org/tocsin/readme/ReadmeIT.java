package org.tocsin.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger follows the README: every command in it, in its order, through the launcher. */
class ReadmeIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  @TempDir private Path folder;

  @Test
  void everyCommandDoesWhatItSays() throws Exception {
    List<String> commands = commands();
    assertThat(commands).startsWith("./tocsin up", "mvn verify");
    Process centre = start("./tocsin up --port 0", "up");
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> text("up").contains("Ctrl-C stops it.") || !centre.isAlive());
      assertThat(text("up")).contains("Desk", "sign in as", "Kafka");
      for (String command : commands.subList(1, commands.size())) {
        if (command.equals("mvn verify")) {
          assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("mvn -B verify");
        } else {
          ends(command);
        }
      }
    } finally {
      centre.destroy();
      assertThat(centre.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)).isTrue();
    }
    assertThat(text("up")).contains("stopped").doesNotContain("\tat ");
  }

  @Test
  void everyFileItPointsToIsThere() throws IOException {
    Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme());
    List<String> targets = new ArrayList<>();
    while (links.find()) {
      targets.add(links.group(1));
    }
    assertThat(targets).isNotEmpty().allSatisfy(to -> assertThat(ROOT.resolve(to)).exists());
  }

  private void ends(String command) throws IOException, InterruptedException {
    assertThat(command).startsWith("./tocsin ");
    String name = "run-" + command.hashCode();
    Process process = start(command, name);
    assertThat(process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)).as(command).isTrue();
    assertThat(process.exitValue()).as("%s%n%s", command, text(name)).isZero();
    assertThat(text(name)).as(command).doesNotContain("\tat ");
  }

  private Process start(String command, String name) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command.split(" "))
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name).toFile());
    Map<String, String> environment = builder.environment();
    environment.put("TOCSIN_JAVA_OPTS", "-Dtocsin.state=" + folder.resolve("state"));
    return builder.start();
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher blocks = SHELL.matcher(readme());
    while (blocks.find()) {
      blocks.group(1).lines().filter(line -> !line.isBlank()).forEach(commands::add);
    }
    return commands;
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
