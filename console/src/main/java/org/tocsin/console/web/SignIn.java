package org.tocsin.console.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.tocsin.console.store.AccountStore;
import org.tocsin.console.store.AuditStore;

/** Signing in and out. */
final class SignIn {

  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** One person mistyping; a guesser gets 20 tries an hour. */
  private static final int FAILURES_PER_NAME_AND_ADDRESS = 5;

  /** A whole station may share an address. */
  private static final int FAILURES_PER_ADDRESS = 40;

  /** Guessing from many addresses; high, or a stranger could lock an analyst out. */
  private static final int FAILURES_PER_NAME = 100;

  private static final int NAME_LENGTH_MAX = 64;

  private final AccountStore accounts;
  private final AuditStore audit;
  private final Visitor visitor;
  private final Clock clock;

  SignIn(AccountStore accounts, AuditStore audit, Visitor visitor, Clock clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.visitor = visitor;
    this.clock = clock;
  }

  void form(Context ctx) {
    if (Visitor.session(ctx) != null) {
      ctx.redirect("/cases");
      return;
    }
    show(ctx, null, "");
  }

  void signIn(Context ctx) {
    String name = trimmed(ctx.formParam("name"));
    String password = ctx.formParam("password");
    String address = ctx.ip();
    if (throttled(name, address)) {
      ctx.status(429).header("Retry-After", String.valueOf(WINDOW.toSeconds()));
      show(ctx, "SIGN_IN_THROTTLED", name);
      return;
    }
    String hash = accounts.passwordHash(name).orElse(null);
    boolean right = Passwords.matches(password == null ? "" : password, hash);
    accounts.noteAttempt(name, address, right);
    if (!right) {
      ctx.status(401);
      show(ctx, "SIGN_IN_WRONG", name);
      return;
    }
    String token = Tokens.fresh();
    accounts.endOldSessions(clock.instant().minus(Visitor.SESSION_WHOLE));
    accounts.openSession(Tokens.hash(token), name, Tokens.fresh(), clock.instant());
    audit.add(name, AuditStore.Action.SIGNED_IN, null);
    visitor.giveSession(ctx, token);
    ctx.redirect("/cases");
  }

  private boolean throttled(String name, String address) {
    AccountStore.Failures failures = accounts.failures(name, address, WINDOW);
    return failures.ofNameAndAddress() >= FAILURES_PER_NAME_AND_ADDRESS
        || failures.ofAddress() >= FAILURES_PER_ADDRESS
        || failures.ofName() >= FAILURES_PER_NAME;
  }

  void signOut(Context ctx) {
    audit.add(Visitor.user(ctx), AuditStore.Action.SIGNED_OUT, null);
    accounts.endSession(Tokens.hash(ctx.cookie(Visitor.SESSION_COOKIE)));
    visitor.takeSession(ctx);
    ctx.redirect("/sign-in");
  }

  /** Language and light; for everybody, also before the sign-in. */
  void preferences(Context ctx) {
    visitor.remember(ctx, ctx.formParam("language"), ctx.formParam("theme"));
    String back = ctx.formParam("back");
    boolean ours =
        back != null && back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
    ctx.redirect(ours ? back : "/cases");
  }

  private void show(Context ctx, String errorCode, String name) {
    Shell shell = visitor.shell(ctx);
    ctx.render(
        "signIn.jte",
        Map.of(
            "shell",
            shell,
            "problem",
            errorCode == null ? "" : shell.t("error." + errorCode),
            "code",
            errorCode == null ? "" : errorCode,
            "name",
            name));
  }

  private static String trimmed(String name) {
    String stripped = name == null ? "" : name.strip();
    return stripped.length() <= NAME_LENGTH_MAX ? stripped : stripped.substring(0, NAME_LENGTH_MAX);
  }
}
