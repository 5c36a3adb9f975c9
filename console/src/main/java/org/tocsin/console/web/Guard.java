package org.tocsin.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.tocsin.console.store.AccountStore;

/** Stands before every request: who is it, may they, and did the request come from our own page. */
final class Guard {

  /** No inline script or style, nothing from elsewhere, no framing. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Set<String> OPEN_TO_ALL =
      Set.of("/sign-in", "/preferences", "/health", "/metrics");

  private final AccountStore accounts;
  private final Clock clock;

  Guard(AccountStore accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  void headers(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    if (!asset(ctx)) {
      ctx.header("Cache-Control", "no-store");
    }
  }

  /** Finds the session, and turns away who needs one and has none. */
  void identify(Context ctx) {
    if (asset(ctx) || ctx.path().startsWith("/v1/")) {
      return;
    }
    String token = ctx.cookie(Visitor.SESSION_COOKIE);
    if (token != null && !token.isEmpty()) {
      Instant now = clock.instant();
      byte[] hash = Tokens.hash(token);
      accounts
          .session(hash, now, Visitor.SESSION_IDLE, Visitor.SESSION_WHOLE)
          .ifPresent(
              session -> {
                Visitor.session(ctx, session);
                if (!ctx.path().startsWith("/live/")) {
                  accounts.seen(hash, now);
                }
              });
    }
    if (Visitor.session(ctx) == null && !OPEN_TO_ALL.contains(ctx.path())) {
      turnAway(ctx);
    }
  }

  private static void turnAway(Context ctx) {
    if (ctx.header("HX-Request") != null) {
      ctx.header("HX-Redirect", "/sign-in").status(401).result("");
    } else if (ctx.path().startsWith("/live/")) {
      // 204 tells an event source to stop asking again.
      ctx.status(204).result("");
    } else {
      ctx.redirect("/sign-in");
    }
    ctx.skipRemainingHandlers();
  }

  /** A form that does not carry our token, or comes from another site, changes nothing. */
  void sameOrigin(Context ctx) {
    if (ctx.method() != HandlerType.POST || ctx.path().startsWith("/v1/")) {
      return;
    }
    String site = ctx.header("Sec-Fetch-Site");
    boolean elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
    AccountStore.Session session = Visitor.session(ctx);
    String expected = session == null ? ctx.cookie(Visitor.CSRF_COOKIE) : session.csrf();
    if (elsewhere || !Tokens.same(expected, ctx.formParam("csrf"))) {
      throw new DeskException(403, "STALE_FORM");
    }
  }

  static void supervisorsOnly(Context ctx) {
    if (Visitor.session(ctx).role() != Role.SUPERVISOR) {
      throw new DeskException(403, "NOT_ALLOWED");
    }
  }

  /** For a page kept open: true while its session lasts. */
  boolean lasts(String token) {
    try {
      return token != null
          && accounts
              .session(
                  Tokens.hash(token), clock.instant(), Visitor.SESSION_IDLE, Visitor.SESSION_WHOLE)
              .isPresent();
    } catch (RuntimeException e) {
      // The database is away: the page keeps its connection, it is told nothing meanwhile.
      return true;
    }
  }

  private static boolean asset(Context ctx) {
    return ctx.path().startsWith("/assets/") || ctx.path().startsWith("/webjars/");
  }
}
