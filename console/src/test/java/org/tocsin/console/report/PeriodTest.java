package org.tocsin.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tocsin.console.report.Period.Kind;

class PeriodTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @Test
  void aDayBeginsAtItsZonesMidnight() {
    Period day = Period.holding(Kind.DAY, DAY);

    assertThat(day.from(SHANGHAI)).isEqualTo(Instant.parse("2026-03-30T16:00:00Z"));
    assertThat(day.to(SHANGHAI)).isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
  }

  @Test
  void theLastDayOfMarchIsInMarchAndInTheFirstQuarter() {
    assertThat(Period.holding(Kind.MONTH, DAY).label()).isEqualTo("2026-03");
    assertThat(Period.holding(Kind.QUARTER, DAY).label()).isEqualTo("2026-Q1");
    assertThat(Period.holding(Kind.QUARTER, DAY).end()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(Period.holding(Kind.QUARTER, DAY.plusDays(1)).label()).isEqualTo("2026-Q2");
  }

  @Test
  void beforeAndAfterAdjoinAlsoOverTheYear() {
    Period winter = Period.holding(Kind.QUARTER, LocalDate.of(2026, 1, 1));

    assertThat(winter.before().label()).isEqualTo("2025-Q4");
    assertThat(winter.before().after()).isEqualTo(winter);
    assertThat(Period.holding(Kind.MONTH, LocalDate.of(2028, 2, 29)).end())
        .isEqualTo(LocalDate.of(2028, 3, 1));
  }

  @Test
  void theLastDayOfARunningMonthIsToday() {
    Period march = Period.holding(Kind.MONTH, DAY);

    assertThat(march.lastDay(LocalDate.of(2026, 3, 11))).isEqualTo("2026-03-11");
    assertThat(march.lastDay(LocalDate.of(2026, 4, 11))).isEqualTo("2026-03-31");
    assertThat(march.lastDay(LocalDate.of(2026, 2, 11))).isEqualTo("2026-03-01");
  }

  @Test
  void whatCannotBeReadIsToday() {
    for (String of : new String[] {null, "", "x", "2026-13-01", "9999-01-01", "+999999-1-1"}) {
      assertThat(Period.of("day", of, DAY)).isEqualTo(new Period(Kind.DAY, DAY));
    }
    assertThat(Period.of("year", "2026-01-05", DAY).label()).isEqualTo("2026-01-05");
    assertThat(Period.of("month", "2026-01-05", DAY).label()).isEqualTo("2026-01");
  }
}
