package org.tocsin.console.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Says whether the console can do its work, for load balancers and the launcher. */
public final class Health {

  private final BooleanSupplier database;
  private final BooleanSupplier intake;

  public Health(BooleanSupplier database, BooleanSupplier intake) {
    this.database = database;
    this.intake = intake;
  }

  void answer(Context ctx) {
    boolean databaseAnswers = database.getAsBoolean();
    boolean intakeRuns = intake.getAsBoolean();
    boolean well = databaseAnswers && intakeRuns;
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put("status", well ? "UP" : "DOWN");
    said.put("database", databaseAnswers ? "UP" : "DOWN");
    said.put("intake", intakeRuns ? "UP" : "DOWN");
    ctx.status(well ? 200 : 503).contentType("application/json").result(said.toString());
  }

  /** SQLState class 08, or no connection to be had from the pool. */
  static boolean databaseAway(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57");
      }
    }
    return false;
  }
}
