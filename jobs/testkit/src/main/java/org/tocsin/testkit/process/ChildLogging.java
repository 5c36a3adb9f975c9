package org.tocsin.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log4j settings of child processes: one line an event, to standard output. */
final class ChildLogging {

  private ChildLogging() {}

  static Path write(Path folder) throws IOException {
    Path file = folder.resolve("log4j2.properties");
    Files.writeString(
        file,
        String.join(
            "\n",
            "status = error",
            "rootLogger.level = info",
            "rootLogger.appenderRef.out.ref = out",
            "appender.out.type = Console",
            "appender.out.name = out",
            "appender.out.layout.type = PatternLayout",
            "appender.out.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1} %m%n",
            ""));
    return file;
  }
}
