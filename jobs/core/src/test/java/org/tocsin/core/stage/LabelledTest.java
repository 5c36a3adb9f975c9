package org.tocsin.core.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelledTest {

  @Test
  void aMetricKeepsItsLabelsInOrder() {
    String metric = Labelled.of("warnings", "tier", "CALL", "pattern", "V1");

    assertThat(metric).isEqualTo("warnings{tier=CALL,pattern=V1}");
    assertThat(Labelled.parse(metric).name()).isEqualTo("warnings");
    assertThat(Labelled.parse(metric).labels())
        .containsExactly(Map.entry("tier", "CALL"), Map.entry("pattern", "V1"));
  }

  @Test
  void aMetricNeedsNone() {
    assertThat(Labelled.parse("late")).isEqualTo(new Labelled("late", Map.of()));
  }
}
