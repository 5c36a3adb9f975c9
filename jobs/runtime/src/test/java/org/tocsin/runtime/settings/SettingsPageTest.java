package org.tocsin.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reference/settings.md} is made from {@link Setting}. To make it anew: run this test
 * with {@code -Dtocsin.docs.write=true}.
 */
class SettingsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("user.dir"))
          .resolve("../../docs/reference/settings.md")
          .normalize();

  @Test
  void the_page_says_what_the_code_says() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tocsin.docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  @Test
  void each_setting_says_what_goes_wrong() {
    assertThat(Setting.values())
        .allSatisfy(
            setting -> {
              assertThat(setting.meaning()).endsWith(".");
              assertThat(setting.tooLow()).endsWith(".");
              assertThat(setting.tooHigh()).endsWith(".");
            });
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings of the jobs

            Made from `Setting.java`; a test holds this page to it. Each can be given as an argument of the job
            (`--disorder PT90S`), as an environment variable (`TOCSIN_DISORDER`), or in a properties file named with
            `--settings FILE` (`disorder=PT90S`); the argument wins, then the variable. Durations are ISO-8601. What
            cannot be meant is refused before the job starts, all of it in one message. Thresholds and windows of
            rules are not here but in the rulebook.

            """);
    for (Setting setting : Setting.values()) {
      String standard = setting.standard().isEmpty() ? "empty" : "`" + setting.standard() + "`";
      page.append("## `%s`\n\n".formatted(setting.key()))
          .append("%s Default: %s.\n\n".formatted(setting.meaning(), standard))
          .append("- Too low, or wrongly the former: %s\n".formatted(setting.tooLow()))
          .append("- Too high, or wrongly the latter: %s\n\n".formatted(setting.tooHigh()));
    }
    return page.toString().stripTrailing() + "\n";
  }
}
