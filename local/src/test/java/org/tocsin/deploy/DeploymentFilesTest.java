package org.tocsin.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.runtime.settings.Setting;
import org.tocsin.runtime.topics.TopicPlan;

/**
 * No container engine runs where this is built, so what the files of docker/ say is held to the
 * code by name: classes, files, topics, variables, ports, metrics.
 */
class DeploymentFilesTest {

  private static final Path ROOT = root();
  static final Path DOCKER = ROOT.resolve("docker");

  /** Names that belong to compose, the images and the keeper themselves. */
  private static final Set<String> OWN_VARIABLES = Set.of("TOCSIN_VERSION", "TOCSIN_SLOTS");

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("docker"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @Test
  void yamlAndJsonFilesCanBeRead() throws IOException {
    List<Path> read = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
        assertThat(documents(file)).as(file.toString()).isNotEmpty().noneMatch(JsonNode::isNull);
        read.add(file);
      }
    }
    assertThat(read).hasSizeGreaterThan(8);
  }

  @Test
  void theThreeJobsFindTheirSlots() throws IOException {
    for (String file : List.of("env.example", "compose.yaml")) {
      String text = Files.readString(DOCKER.resolve(file));
      int slots = number(text, "TOCSIN_SLOTS(?:=|:-)(\\d+)");
      int parallelism = number(text, "TOCSIN_PARALLELISM(?:=|:-)(\\d+)");
      assertThat(slots).as(file).isGreaterThanOrEqualTo(3 * parallelism);
    }
  }

  private static int number(String text, String pattern) {
    return Integer.parseInt(matches(pattern, text).iterator().next());
  }

  @Test
  void everyClassThatIsNamedExists() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path file : files()) {
      named.addAll(matches("org\\.tocsin(?:\\.[a-z]+)+\\.[A-Z]\\w+", Files.readString(file)));
    }
    assertThat(named).contains("org.tocsin.runtime.topics.TopicsMain");
    assertThat(named).allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
  }

  @Test
  void everyTopicThatIsNamedIsDeclared() throws IOException {
    List<String> declared =
        TopicPlan.standard().topics().stream().map(TopicPlan.Topic::name).toList();
    for (Path file : files()) {
      assertThat(declared)
          .as(file.toString())
          .containsAll(
              matches(
                  "\\b(?:events|dissuasion|signals|warnings|cases|advice|links|rejected)"
                      + "(?:\\.[a-z-]+)?\\.v\\d\\b",
                  Files.readString(file)));
    }
  }

  @Test
  void everyVariableIsReadByTheCodeOrTheFilesThemselves() throws IOException {
    Set<String> set = new TreeSet<>(OWN_VARIABLES);
    set.addAll(readByTheCode());
    set.addAll(
        matches("(?m)^#   (TOCSIN_[A-Z_]+)", Files.readString(DOCKER.resolve("flink/keeper.sh"))));
    set.addAll(matches("\\$\\{(TOCSIN_[A-Z_]+)", Files.readString(DOCKER.resolve("compose.yaml"))));
    for (Path file : files()) {
      assertThat(set)
          .as(file.toString())
          .containsAll(matches("\\bTOCSIN_[A-Z_]*[A-Z]\\b", Files.readString(file)));
    }
  }

  @Test
  void composeAsksOnlyForWhatTheExampleHolds() throws IOException {
    Set<String> offered =
        matches("(?m)^(TOCSIN_[A-Z_]+)=", Files.readString(DOCKER.resolve("env.example")));
    Set<String> asked =
        matches("\\$\\{(TOCSIN_[A-Z_]+)", Files.readString(DOCKER.resolve("compose.yaml")));
    assertThat(asked).isEqualTo(offered);
  }

  @Test
  void noSecretStandsInAFile() throws IOException {
    for (Path file : files()) {
      assertThat(
              matches(
                  "(?im)^\\s*\\S*(?:PASSWORD|SECRET|TOKEN)\\S*\\s*[=:]\\s*(?!.*(?:\\$\\{|GENERATE|secretKeyRef))(\\S.*)$",
                  Files.readString(file)))
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void dockerfilesCopyWhatTheBuildMakes() throws IOException {
    for (String name : List.of("jobs.Dockerfile", "desk.Dockerfile")) {
      String text = Files.readString(DOCKER.resolve(name));
      assertThat(text).startsWith("#").containsPattern("(?m)^FROM \\S+:\\S*17\\S*$");
      for (String line : text.lines().filter(l -> l.startsWith("COPY")).toList()) {
        String source = line.replaceFirst("COPY (--\\S+ )*", "").split(" ")[0];
        if (source.contains("/target/")) {
          assertThat(ROOT.resolve(source.substring(0, source.indexOf("/target/")))).isDirectory();
          assertThat(madeBy(source)).as(source).isTrue();
        } else {
          assertThat(ROOT.resolve(source)).exists();
        }
      }
    }
  }

  /** Whether the pom beside the target folder makes a file or folder of that name. */
  private static boolean madeBy(String source) throws IOException {
    Path module = ROOT.resolve(source.substring(0, source.indexOf("/target/")));
    String pom = Files.readString(module.resolve("pom.xml"));
    String made = source.substring(source.indexOf("/target/") + "/target/".length());
    if (made.endsWith("/")) {
      return pom.contains("${project.build.directory}/" + made.replace("/", ""));
    }
    boolean versioned = made.endsWith("-*.jar");
    String artifact = made.replace(versioned ? "-*.jar" : ".jar", "");
    return pom.contains("<artifactId>" + artifact + "</artifactId>")
        && (versioned || pom.contains("maven-shade-plugin"));
  }

  @Test
  void filesThatTheRunbookNamesExist() throws IOException {
    String text = Files.readString(DOCKER.resolve("README.md"));
    for (String path : matches("\\]\\(([^)#:]+)\\)", text)) {
      assertThat(DOCKER.resolve(path).normalize()).exists();
    }
    for (String path : matches("`((?:flink|kubernetes|prometheus|grafana)/[\\w./-]*)`", text)) {
      assertThat(DOCKER.resolve(path)).exists();
    }
  }

  @Test
  void everyAlarmHasALineInTheRunbook() throws IOException {
    String alarms = Files.readString(DOCKER.resolve("prometheus/alarms.yaml"));
    Set<String> raised = matches("alert: (\\w+)", alarms);
    assertThat(raised).isNotEmpty();
    assertThat(matches("(?m)^\\| (Tocsin\\w+) \\|", Files.readString(DOCKER.resolve("README.md"))))
        .isEqualTo(raised);
  }

  /** Flink's are held to a running job by DetectionJobIT. */
  @Test
  void everyMeasurementOfTheDeskIsMade() throws IOException {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(ROOT.resolve("console/src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        matches("\"(tocsin(?:\\.[a-z]+)+)\"", Files.readString(source))
            .forEach(name -> made.add(name.replace('.', '_')));
      }
    }
    for (Path file : files()) {
      for (String asked : matches("\\b(tocsin_(?:desk|gateway)_[a-z_]+)", Files.readString(file))) {
        assertThat(made)
            .as(file.toString())
            .contains(asked.replaceFirst("(_total|_seconds(_sum|_count|_max))$", ""));
      }
    }
  }

  private static Set<String> readByTheCode() throws IOException {
    Set<String> read = new TreeSet<>();
    for (Setting setting : Setting.values()) {
      read.add(setting.variable());
    }
    String console =
        Files.readString(ROOT.resolve("console/src/main/java/org/tocsin/console/ConsoleMain.java"));
    read.addAll(matches("\"(TOCSIN_[A-Z_]+)\"", console));
    return read;
  }

  private static List<JsonNode> documents(Path file) throws IOException {
    ObjectMapper mapper =
        new ObjectMapper(file.toString().endsWith(".json") ? null : new YAMLFactory());
    try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
      return documents.readAll();
    }
  }

  /** The first group of each match, or all of it. */
  private static Set<String> matches(String pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount() > 0 ? 1 : 0));
    }
    return found;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(DOCKER)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals(".env"))
          .toList();
    }
  }
}
