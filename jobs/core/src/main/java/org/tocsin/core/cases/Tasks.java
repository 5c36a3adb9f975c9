package org.tocsin.core.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tocsin.core.cases.Task.Kind;
import org.tocsin.core.cases.Task.Overdue;
import org.tocsin.core.cases.Task.State;
import org.tocsin.core.id.Ids;
import org.tocsin.core.rulebook.Unit;
import org.tocsin.core.rulebook.UnitTable;

/** The tasks of the case a turn works on: made, tightened, coloured, finished; each change told. */
final class Tasks {

  private final CaseTurn turn;
  private final UnitTable units;

  Tasks(CaseTurn turn) {
    this.turn = turn;
    this.units = new UnitTable(turn.rules.units());
  }

  /** What a new task is made from. */
  record Order(Kind kind, int attempt, long from, Duration limit, CallClock clock, String account) {

    static Order of(Kind kind, long from, Duration limit) {
      return new Order(kind, 1, from, limit, CallClock.ALWAYS, null);
    }

    Order attempt(int number) {
      return new Order(kind, number, from, limit, clock, account);
    }

    Order during(CallClock hours) {
      return new Order(kind, attempt, from, limit, hours, account);
    }

    Order about(String stopped) {
      return new Order(kind, attempt, from, limit, clock, stopped);
    }
  }

  void make(Order order) {
    Dossier dossier = turn.dossier();
    Task task =
        new Task(
            nextId(order.kind()),
            dossier.caseId(),
            turn.file().owner(),
            order.kind(),
            unit(order.kind()),
            State.OPEN,
            order.attempt(),
            turn.at(),
            dueAt(order),
            Overdue.NONE);
    List<OpenTask> tasks = new ArrayList<>(dossier.tasks());
    tasks.add(timed(task, order, null));
    turn.dossier(turn.edit().tasks(tasks).build());
    turn.emit(task);
  }

  /** The number of its kind within the case, so that no two tasks of a case share an id. */
  private String nextId(Kind kind) {
    List<Integer> made = new ArrayList<>(turn.dossier().made());
    while (made.size() <= kind.ordinal()) {
      made.add(0);
    }
    int number = made.get(kind.ordinal()) + 1;
    made.set(kind.ordinal(), number);
    turn.dossier(turn.edit().made(made).build());
    return Ids.of("task", turn.dossier().caseId(), kind, number);
  }

  /**
   * The unit that took such tasks of this case over, else the one in whose area the person is; of a
   * supervised case, the one above it.
   */
  private String unit(Kind kind) {
    String home =
        turn.dossier().taken().stream()
            .filter(taken -> taken.kind() == kind)
            .map(Dossier.Taken::unit)
            .filter(units::knows)
            .findFirst()
            .orElseGet(() -> units.home(turn.dossier().region()));
    return turn.dossier().supervisedRound() > 0 ? units.atLeast(home, Unit.Level.COUNTY) : home;
  }

  UnitTable units() {
    return units;
  }

  private static long dueAt(Order order) {
    return order.clock().plus(order.from(), order.limit());
  }

  private OpenTask timed(Task task, Order order, HandOver offer) {
    var percent = turn.rules.overdue();
    long life = turn.rules.taskLife().toMillis();
    long red = share(order, percent.redPercent());
    return new OpenTask(
        task,
        share(order, percent.bluePercent()),
        share(order, percent.yellowPercent()),
        red,
        Math.max(red, task.dueAt() + life),
        order.account(),
        offer);
  }

  private static long share(Order order, int percent) {
    Duration part = order.limit().multipliedBy(percent).dividedBy(100);
    return order.clock().plus(order.from(), part);
  }

  /** An open task of the kind gets the sooner deadline; without one it is made. */
  void makeOrTighten(Order order) {
    Optional<OpenTask> open = first(task -> task.is(order.kind()));
    if (open.isEmpty()) {
      make(order);
    } else if (dueAt(order) < open.get().task().dueAt()) {
      Task sooner = TaskBuilder.builder(open.get().task()).dueAt(dueAt(order)).build();
      OpenTask before = open.get();
      replace(before, timed(sooner, order.about(before.account()), before.offer()));
      turn.emit(sooner);
    }
  }

  void colour(OpenTask open) {
    Overdue colour = open.nextColour();
    Task task =
        TaskBuilder.builder(open.task())
            .overdue(colour)
            .unit(answering(open.task().unit(), colour))
            .build();
    replace(open, open.withTask(task));
    turn.emit(task);
  }

  /** Blue stays with the unit, yellow goes to the county, red to the city. */
  String answering(String unit, Overdue colour) {
    return switch (colour) {
      case NONE, BLUE -> unit;
      case YELLOW -> units.atLeast(unit, Unit.Level.COUNTY);
      case RED -> units.atLeast(unit, Unit.Level.CITY);
    };
  }

  void finish(OpenTask open, State state) {
    List<OpenTask> tasks = new ArrayList<>(turn.dossier().tasks());
    tasks.remove(open);
    turn.dossier(turn.edit().tasks(tasks).build());
    turn.emit(TaskBuilder.builder(open.task()).state(state).build());
  }

  void finishAll(State state, Kind... kinds) {
    List<Kind> chosen = List.of(kinds);
    for (OpenTask open : turn.dossier().tasks()) {
      if (chosen.contains(open.task().kind())) {
        finish(open, state);
      }
    }
  }

  void cancelAll() {
    finishAll(State.CANCELLED, Kind.values());
  }

  boolean none(Kind kind) {
    return !turn.dossier().has(kind);
  }

  /** The one due first, where there are several. */
  Optional<OpenTask> first(Predicate<OpenTask> which) {
    return turn.dossier().tasks().stream()
        .filter(which)
        .min(
            Comparator.comparingLong((OpenTask open) -> open.task().dueAt())
                .thenComparing(open -> open.task().taskId()));
  }

  void replace(OpenTask before, OpenTask after) {
    List<OpenTask> tasks = new ArrayList<>(turn.dossier().tasks());
    tasks.set(tasks.indexOf(before), after);
    turn.dossier(turn.edit().tasks(tasks).build());
  }
}
