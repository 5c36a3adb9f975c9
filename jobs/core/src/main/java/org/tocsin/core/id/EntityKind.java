package org.tocsin.core.id;

/** What a profile is kept of. New kinds are added at the end: state stores the ordinal. */
public enum EntityKind {
  ACCOUNT,
  PHONE,
  PERSON,
  /** A contact phone or device that several applicants may share. */
  CONTACT,
  OUTLET,
  IMEI,
  CELL,
  /** A fund trace, by its link's id. */
  TRACE,
  /** A cluster of warnings, by its link's id. */
  CLUSTER,
  /** Those who applied at one outlet together, by an application of theirs. */
  COHORT
}
