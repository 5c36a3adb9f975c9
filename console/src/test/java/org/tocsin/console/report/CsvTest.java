package org.tocsin.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void codesFromOutsideAreNoFormulasAndBreakNoLine() {
    assertThat(Csv.quoted("GULOU")).isEqualTo("GULOU");
    assertThat(Csv.quoted("=1+1")).isEqualTo("'=1+1");
    assertThat(Csv.quoted("-2")).isEqualTo("'-2");
    assertThat(Csv.quoted("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(Csv.quoted("@x\n")).isEqualTo("\"'@x\n\"");
    assertThat(Csv.quoted(null)).isEmpty();
  }
}
