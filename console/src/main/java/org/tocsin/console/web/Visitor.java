package org.tocsin.console.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.tocsin.console.ConsoleSettings;
import org.tocsin.console.store.AccountStore;
import org.tocsin.console.store.QueueStore;

/** Who asks, in which language and light: read from the cookies of a request. */
public final class Visitor {

  static final String SESSION_COOKIE = "desk_session";
  static final String CSRF_COOKIE = "desk_csrf";
  static final String LANGUAGE_COOKIE = "desk_language";
  static final String THEME_COOKIE = "desk_theme";
  static final String NOTICE_COOKIE = "desk_notice";

  /** A night shift passes; a forgotten screen does not. */
  static final Duration SESSION_IDLE = Duration.ofHours(2);

  static final Duration SESSION_WHOLE = Duration.ofHours(14);

  private static final int YEAR_SECONDS = 365 * 24 * 3600;
  private static final int SIGN_IN_FORM_SECONDS = 3600;
  private static final int NOTICE_SECONDS = 60;
  private static final String SESSION = "session";
  private static final String CSRF = "csrf";

  private final ConsoleSettings settings;
  private final QueueStore queue;
  private final Clock clock;

  Visitor(ConsoleSettings settings, QueueStore queue, Clock clock) {
    this.settings = settings;
    this.queue = queue;
    this.clock = clock;
  }

  static AccountStore.Session session(Context ctx) {
    return ctx.attribute(SESSION);
  }

  static void session(Context ctx, AccountStore.Session session) {
    ctx.attribute(SESSION, session);
  }

  static String user(Context ctx) {
    return session(ctx).user();
  }

  static Texts texts(Context ctx) {
    String chosen = ctx.cookie(LANGUAGE_COOKIE);
    if (chosen != null) {
      return Texts.of(chosen);
    }
    String accepted = ctx.header("Accept-Language");
    return accepted != null && accepted.startsWith("en") ? Texts.EN : Texts.ZH;
  }

  Shell shell(Context ctx) {
    AccountStore.Session session = session(ctx);
    Texts texts = texts(ctx);
    return new Shell(
        texts,
        new Moments(texts, settings.zone(), clock.instant()),
        session == null ? null : session.user(),
        session == null ? null : session.role(),
        session == null ? signInCsrf(ctx) : session.csrf(),
        theme(ctx),
        takeNotice(ctx, texts),
        session == null ? 0 : waiting(),
        here(ctx));
  }

  /** Also the page that says the database is away has a head. */
  private long waiting() {
    try {
      return queue.waiting();
    } catch (JdbiException e) {
      return 0;
    }
  }

  private static String here(Context ctx) {
    return ctx.queryString() == null ? ctx.path() : ctx.path() + "?" + ctx.queryString();
  }

  private static String theme(Context ctx) {
    String chosen = ctx.cookie(THEME_COOKIE);
    return "dark".equals(chosen) || "light".equals(chosen) ? chosen : "auto";
  }

  /** Before there is a session, the form's token is compared with one in a cookie. */
  private String signInCsrf(Context ctx) {
    String known = ctx.attribute(CSRF);
    if (known == null) {
      known = ctx.cookie(CSRF_COOKIE);
    }
    if (known == null) {
      known = Tokens.fresh();
      ctx.cookie(cookie(CSRF_COOKIE, known, SIGN_IN_FORM_SECONDS));
    }
    ctx.attribute(CSRF, known);
    return known;
  }

  /** A text key kept for the page after a redirect. */
  void leaveNotice(Context ctx, String key) {
    ctx.cookie(cookie(NOTICE_COOKIE, key, NOTICE_SECONDS));
  }

  private String takeNotice(Context ctx, Texts texts) {
    String key = ctx.cookie(NOTICE_COOKIE);
    if (key == null) {
      return null;
    }
    ctx.cookie(cookie(NOTICE_COOKIE, "", 0));
    return texts.keys().contains("notice." + key) ? texts.get("notice." + key) : null;
  }

  void remember(Context ctx, String language, String theme) {
    if ("zh".equals(language) || "en".equals(language)) {
      ctx.cookie(cookie(LANGUAGE_COOKIE, language, YEAR_SECONDS));
    }
    if (theme != null && java.util.Set.of("dark", "light", "auto").contains(theme)) {
      ctx.cookie(cookie(THEME_COOKIE, theme, YEAR_SECONDS));
    }
  }

  void giveSession(Context ctx, String token) {
    ctx.cookie(cookie(SESSION_COOKIE, token, (int) SESSION_WHOLE.toSeconds()));
    ctx.cookie(cookie(CSRF_COOKIE, "", 0));
  }

  void takeSession(Context ctx) {
    ctx.cookie(cookie(SESSION_COOKIE, "", 0));
  }

  /**
   * Lax, not Strict: a link to a case in a message must open it for who is signed in. What changes
   * something is a POST, and those carry a token.
   */
  private Cookie cookie(String name, String value, int maxAgeSeconds) {
    return new Cookie(
        name,
        value,
        "/",
        maxAgeSeconds,
        settings.secureCookies(),
        /* isHttpOnly= */ true,
        /* domain= */ null,
        SameSite.LAX);
  }
}
