package org.tocsin.core.detect;

/** The names of what the detection stages count. */
public final class Counts {

  public static final String DUPLICATE = "duplicates";
  public static final String CONFLICT = "conflicting_duplicates";
  public static final String FOREIGN_CURRENCY = "foreign_currency";
  public static final String HISTORY_DROPPED = "history_dropped";
  public static final String HELD = "held";
  public static final String ENRICHED = "matches_enriched";

  private Counts() {}
}
