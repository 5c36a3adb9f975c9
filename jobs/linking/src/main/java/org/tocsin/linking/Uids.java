package org.tocsin.linking;

/**
 * The stable ids of the linking job's operators. State in a savepoint is found by them: a uid is
 * never changed and never used again for something else.
 */
final class Uids {

  /** Prefix of the source's operators, see KafkaInput. */
  static final String INPUT = "linking-input";

  static final String MAIL_IN = "linking-mail-in";
  static final String ROUTE = "linking-route";
  static final String ROOMS = "linking-rooms";
  static final String LINKS = "linking-links";
  static final String WARNINGS = "linking-warnings";
  static final String OWN_WARNINGS = "linking-own-warnings";
  static final String MAIL = "linking-mail";
  static final String CASE_INPUTS = "linking-case-inputs";

  static final String LINKS_OUT = "linking-links-out";
  static final String WARNINGS_OUT = "linking-warnings-out";
  static final String MAIL_OUT = "linking-mail-out";

  private Uids() {}
}
