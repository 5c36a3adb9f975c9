package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who answers for whom. Every region has a unit: what no unit names goes to the first city's, so
 * that nothing falls between two.
 *
 * @param units may be empty: then tasks carry no unit
 */
public record UnitTable(List<Unit> units) implements Serializable {

  public UnitTable {
    units = units == null ? List.of() : List.copyOf(units);
    check(units);
  }

  private static void check(List<Unit> units) {
    Set<String> codes = new HashSet<>();
    for (Unit unit : units) {
      if (!codes.add(unit.code())) {
        throw new IllegalArgumentException("two units have the code " + unit.code());
      }
    }
    if (!units.isEmpty() && units.stream().noneMatch(u -> u.level() == Unit.Level.CITY)) {
      throw new IllegalArgumentException("no unit is a city's");
    }
    for (Unit unit : units) {
      boolean orphan =
          unit.parent() != null
              && units.stream()
                  .noneMatch(
                      above ->
                          above.code().equals(unit.parent())
                              && above.level().compareTo(unit.level()) > 0);
      if (orphan) {
        throw new IllegalArgumentException(
            "%s is under %s, which is no unit above it".formatted(unit.code(), unit.parent()));
      }
    }
  }

  /**
   * The unit in whose area the region is, the nearest where several are.
   *
   * @param region null when unknown
   * @return null when no units are configured
   */
  public String home(String region) {
    Comparator<Match> best =
        Comparator.comparingInt(Match::length)
            .thenComparing(match -> match.unit().level(), Comparator.reverseOrder());
    return units.stream()
        .map(unit -> new Match(unit, longest(unit, region)))
        .filter(match -> match.length() > 0)
        .max(best)
        .map(match -> match.unit().code())
        .orElseGet(this::firstCity);
  }

  private record Match(Unit unit, int length) {}

  private static int longest(Unit unit, String region) {
    return unit.regions().stream()
        .filter(beginning -> region != null && region.startsWith(beginning))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private String firstCity() {
    return units.stream()
        .filter(unit -> unit.level() == Unit.Level.CITY)
        .map(Unit::code)
        .findFirst()
        .orElse(null);
  }

  /** Whether a unit has the code. */
  public boolean knows(String code) {
    return units.stream().anyMatch(unit -> unit.code().equals(code));
  }

  /** Whether the first is the second, or a unit somewhere above it. */
  public boolean answersFor(String code, String below) {
    for (String at = below; at != null; at = parent(at)) {
      if (at.equals(code)) {
        return true;
      }
    }
    return false;
  }

  private String parent(String code) {
    return units.stream()
        .filter(unit -> unit.code().equals(code))
        .map(Unit::parent)
        .filter(parent -> parent != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * The unit itself when it is of the level or above, otherwise the first such unit over it.
   *
   * @param code null stays null; a unit that is no longer configured stays as it is
   */
  public String atLeast(String code, Unit.Level level) {
    Optional<Unit> unit = units.stream().filter(u -> u.code().equals(code)).findFirst();
    while (unit.isPresent() && unit.get().level().compareTo(level) < 0) {
      String parent = unit.get().parent();
      unit = units.stream().filter(u -> u.code().equals(parent)).findFirst();
    }
    return unit.map(Unit::code).orElse(code);
  }
}
