package org.tocsin.detection;

/**
 * The stable ids of the detection job's operators. State in a savepoint is found by them: a uid is
 * never changed and never used again for something else.
 */
public final class Uids {

  /** Prefix of the source's operators, see KafkaInput. */
  public static final String INPUT = "detection-input";

  public static final String ROUTE = "detection-route";
  public static final String PROFILES = "detection-profiles";
  public static final String STANDINGS = "detection-standings";
  public static final String OWNERSHIP = "detection-ownership";
  public static final String SEQUENCES = "detection-sequences";
  public static final String SIGNALS = "detection-signals";
  public static final String WARNINGS = "detection-warnings";
  public static final String HELD = "detection-held";
  public static final String CASE_INPUTS = "detection-case-inputs";

  public static final String LETTERS = "detection-letters";

  public static final String LETTERS_OUT = "detection-letters-out";
  public static final String SIGNALS_OUT = "detection-signals-out";
  public static final String WARNINGS_OUT = "detection-warnings-out";
  public static final String HELD_OUT = "detection-held-out";
  public static final String REJECTED_OUT = "detection-rejected-out";

  private Uids() {}
}
