package org.tocsin.local.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tocsin.local.input.CopyFilter.Seen;

/** The first of several copies counts, and a copy that differs is told apart. */
class CopyFilterTest {

  private final CopyFilter filter = new CopyFilter();

  @Test
  void theSameAgainIsACopyAndADifferentOneAConflict() {
    assertThat(add("id", "content")).isEqualTo(Seen.NEW);
    assertThat(add("id", "content")).isEqualTo(Seen.COPY);
    assertThat(add("id", "other")).isEqualTo(Seen.CONFLICT);
    assertThat(add("id", "content")).isEqualTo(Seen.COPY);
    assertThat(add("other id", "content")).isEqualTo(Seen.NEW);
  }

  @Test
  void noneOfManyIsForgottenOrMistaken() {
    for (int i = 0; i < 100_000; i++) {
      assertThat(add("id" + i, "content" + i)).isEqualTo(Seen.NEW);
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(add("id" + i, "content" + i)).isEqualTo(Seen.COPY);
    }
  }

  private Seen add(String identity, String record) {
    return filter.add(
        identity.getBytes(StandardCharsets.UTF_8), record.getBytes(StandardCharsets.UTF_8));
  }
}
