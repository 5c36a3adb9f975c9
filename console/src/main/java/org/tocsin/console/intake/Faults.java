package org.tocsin.console.intake;

import java.sql.SQLException;

/** Tells a record that cannot be stored from a database that is not there. */
final class Faults {

  private static final int WHY_LENGTH_MAX = 300;

  private Faults() {}

  /** SQLState classes 21, 22 and 23: the values are at fault, trying again cannot help. */
  static boolean ofTheData(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.startsWith("21") || state.startsWith("22") || state.startsWith("23");
      }
    }
    return false;
  }

  static String inShort(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    String why = thrown.getClass().getSimpleName() + ": " + message;
    return why.length() <= WHY_LENGTH_MAX ? why : why.substring(0, WHY_LENGTH_MAX);
  }
}
