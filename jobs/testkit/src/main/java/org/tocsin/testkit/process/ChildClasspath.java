package org.tocsin.testkit.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Class paths of child processes, cut from the one this JVM runs on, so that no distribution has to
 * be downloaded.
 */
public final class ChildClasspath {

  /** What the lib folder of a Flink distribution holds; our jobs must bring everything else. */
  private static final Pattern FLINK =
      Pattern.compile(
          "(flink-(?!connector-kafka|test-utils).*"
              + "|frocksdbjni|kryo|minlog|objenesis|reflectasm|javassist|snappy-java|lz4-java|zstd-jni|jsr305"
              + "|commons-(cli|collections|compress|io|lang3|math3|text|codec)"
              + "|snakeyaml-engine|async-profiler|log4j-(api|core|slf4j2-impl)|slf4j-api)-\\d.*\\.jar");

  private static final Pattern OURS = Pattern.compile("tocsin-.*\\.jar");

  private ChildClasspath() {}

  /** A Flink cluster's own: no class of ours and no connector is on it. */
  public static List<Path> flink() {
    return entries(
        path -> {
          String name = path.getFileName().toString();
          return FLINK.matcher(name).matches() && !name.endsWith("-tests.jar");
        });
  }

  /** Every library this JVM has, without our modules: enough for a Kafka broker. */
  public static List<Path> libraries() {
    return entries(
        path -> {
          String name = path.getFileName().toString();
          return name.endsWith(".jar")
              && !OURS.matcher(name).matches()
              // The binding for slf4j 1.7; its place is taken by the one for 2.
              && !name.startsWith("log4j-slf4j-impl");
        });
  }

  /** Everything this JVM runs on. */
  public static List<Path> own() {
    return entries(path -> true);
  }

  private static List<Path> entries(Predicate<Path> wanted) {
    // Surefire and failsafe set java.class.path to the real one, though they start from a jar.
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(wanted)
        .toList();
  }
}
