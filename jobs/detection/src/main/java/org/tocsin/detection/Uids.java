package org.tocsin.detection;

/**
 * The stable ids of the detection job's operators. State in a savepoint is found by them: a uid is
 * never changed and never used again for something else.
 */
public final class Uids {

  public static final String ROUTE = "detection-route";
  public static final String PROFILES = "detection-profiles";
  public static final String STANDINGS = "detection-standings";
  public static final String OWNERSHIP = "detection-ownership";
  public static final String SEQUENCES = "detection-sequences";
  public static final String SIGNALS = "detection-signals";
  public static final String WARNINGS = "detection-warnings";
  public static final String HELD = "detection-held";
  public static final String CASE_INPUTS = "detection-case-inputs";

  private Uids() {}
}
