package org.tocsin.console.web;

/** What a desk user may do. */
public enum Role {
  /** Sees cases and records outcomes. */
  ANALYST,
  /** That, and manages users, keys of sources and reads the access log. */
  SUPERVISOR
}
