package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -Dtocsin.docs.write=true} writes the pages anew instead of checking them. */
@DisplayName("The reference page")
class ReferencePagesTest {

  @Test
  void of_the_streams_is_what_the_schemas_say() throws IOException {
    check("streams.md", ReferencePages.streams());
  }

  @Test
  void of_the_reason_codes_is_what_the_program_says() throws IOException {
    check("reason-codes.md", ReferencePages.reasonCodes());
  }

  private static void check(String name, String expected) throws IOException {
    Path page = Samples.root().resolve("docs/reference").resolve(name);
    if (Boolean.getBoolean("tocsin.docs.write")) {
      Files.writeString(page, expected);
    }
    assertThat(page)
        .as("%s is stale; write it anew with -Dtocsin.docs.write=true", name)
        .hasContent(expected);
  }
}
