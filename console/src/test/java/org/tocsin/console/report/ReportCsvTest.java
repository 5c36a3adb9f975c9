package org.tocsin.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportCsvTest {

  @Test
  void codesFromOutsideAreNoFormulasAndBreakNoLine() {
    assertThat(ReportCsv.quoted("GULOU")).isEqualTo("GULOU");
    assertThat(ReportCsv.quoted("=1+1")).isEqualTo("'=1+1");
    assertThat(ReportCsv.quoted("-2")).isEqualTo("'-2");
    assertThat(ReportCsv.quoted("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(ReportCsv.quoted("@x\n")).isEqualTo("\"'@x\n\"");
    assertThat(ReportCsv.quoted(null)).isEmpty();
  }
}
