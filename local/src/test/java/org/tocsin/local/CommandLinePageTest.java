package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * {@code docs/reference/command-line.md} is what the commands say of themselves. To make it anew:
 * run this test with {@code -Dtocsin.docs.write=true}.
 */
class CommandLinePageTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "command-line.md");

  @Test
  void thePageIsWhatTheCommandsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tocsin.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Command line\n\n")
        .append("Made from the commands themselves; a test holds it to them.\n\n")
        .append("Exit status: 0 when done; 2 with one line when what was asked cannot be done;\n")
        .append("1 for a fault of the program, with one line that names a log.\n");
    CommandLine all = Main.commandLine(null);
    section(page, "./tocsin", all);
    all.getSubcommands().forEach((name, each) -> section(page, "./tocsin " + name, each));
    return page.toString();
  }

  private static void section(StringBuilder page, String title, CommandLine command) {
    page.append("\n## ").append(title).append("\n\n```\n");
    page.append(command.getUsageMessage(Ansi.OFF).replaceAll("(?m) +$", "").stripTrailing());
    page.append("\n```\n");
  }
}
