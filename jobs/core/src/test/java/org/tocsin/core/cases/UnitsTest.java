package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.event.Outcome.Conclusion;
import org.tocsin.core.event.Outcome.Result;
import org.tocsin.core.event.Outcome.Step;
import org.tocsin.core.rulebook.Unit;
import org.tocsin.core.rulebook.Unit.Level;
import org.tocsin.core.rulebook.UnitTable;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Warning;
import org.tocsin.core.warning.WarningBuilder;

/** A task goes to the unit in whose area the person is, and climbs when overdue. */
class UnitsTest {

  private static final List<Unit> UNITS =
      List.of(
          new Unit("CITY", Level.CITY, List.of("3706"), null),
          new Unit("COUNTY-02", Level.COUNTY, List.of("370602"), "CITY"),
          new Unit("COUNTY-11", Level.COUNTY, List.of("370611"), "CITY"),
          new Unit("TOWN-02", Level.TOWNSHIP, List.of("370602"), "COUNTY-02"));

  private final CaseRoom room = new CaseRoom(StandardRules.dissuasion(UNITS));

  @Test
  void the_nearest_unit_gets_it() {
    assertThat(new UnitTable(UNITS).home("370602")).isEqualTo("TOWN-02");
    assertThat(new UnitTable(UNITS).home("370611")).isEqualTo("COUNTY-11");
    assertThat(new UnitTable(UNITS).home("370699")).isEqualTo("CITY");
  }

  @Test
  void nobody_falls_between_two_units() {
    assertThat(new UnitTable(UNITS).home("110101")).isEqualTo("CITY");
    assertThat(new UnitTable(UNITS).home(null)).isEqualTo("CITY");
    assertThat(new UnitTable(List.of()).home("370602")).isNull();
  }

  @Test
  void blue_stays_with_the_unit_yellow_goes_to_the_county_red_to_the_city() {
    room.until("10:00");
    room.warn(in("370602", Grade.HIGH));
    assertThat(room.only(Kind.VISIT).unit()).isEqualTo("TOWN-02");
    room.until("11:00:01");
    assertThat(room.only(Kind.SMS).unit()).as("red").isEqualTo("CITY");
  }

  @Test
  void each_colour_has_its_unit() {
    room.until("10:00");
    room.warn(in("370602", Grade.HIGH));
    room.until("10:08");
    assertThat(room.all(Task.class))
        .filteredOn(task -> task.kind() == Kind.CALL)
        .extracting(task -> task.overdue() + " " + task.unit())
        .containsExactly("NONE TOWN-02", "BLUE TOWN-02", "YELLOW COUNTY-02", "RED CITY");
  }

  @Test
  void a_supervised_case_is_the_countys() {
    room.until("10:00");
    room.warn(in("370602", Grade.URGENT));
    room.until("10:10").conclude(Step.CALL, Result.NO_ANSWER, Conclusion.UNREACHED);
    assertThat(room.lastChange().state()).isEqualTo(CaseState.SUPERVISED);
    assertThat(room.tasks(task -> task.kind() == Kind.CALL && task.attempt() == 1))
        .last()
        .extracting(Task::unit)
        .isEqualTo("COUNTY-02");
  }

  @Test
  void a_table_with_a_gap_is_refused() {
    assertThatThrownBy(
            () -> new UnitTable(List.of(new Unit("T", Level.TOWNSHIP, List.of("37"), "NOBODY"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Unit("T", Level.TOWNSHIP, List.of("37"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Warning in(String region, Grade grade) {
    return WarningBuilder.builder(room.warning("w1", grade)).region(region).build();
  }
}
