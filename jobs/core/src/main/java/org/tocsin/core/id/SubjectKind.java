package org.tocsin.core.id;

/** What a signal or a warning can be about. */
public enum SubjectKind {
  PERSON,
  ACCOUNT,
  PHONE
}
