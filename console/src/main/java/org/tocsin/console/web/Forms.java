package org.tocsin.console.web;

import io.javalin.http.Context;

/** Reads the fields of a form. */
final class Forms {

  private Forms() {}

  /** Without the space around it; empty when the form has no such field. */
  static String text(Context ctx, String name) {
    String value = ctx.formParam(name);
    return value == null ? "" : value.strip();
  }
}
