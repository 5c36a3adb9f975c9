package org.tocsin.console.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tocsin.console.store.AccountStore;
import org.tocsin.console.store.AuditStore;
import org.tocsin.console.store.DisclosureStore;
import org.tocsin.console.store.SourceStore;

/** What a supervisor looks after: users, sources and their keys, the access log. */
final class SupervisorPages {

  private static final Pattern USER_NAME =
      Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}._-]{2,64}");
  private static final Pattern UNIT = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}._:-]{1,64}");
  private static final int UNITS_MAX = 100;
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final AccountStore accounts;
  private final SourceStore sources;
  private final AuditStore audit;
  private final DisclosureStore disclosures;
  private final Visitor visitor;

  SupervisorPages(
      AccountStore accounts,
      SourceStore sources,
      AuditStore audit,
      DisclosureStore disclosures,
      Visitor visitor) {
    this.accounts = accounts;
    this.sources = sources;
    this.audit = audit;
    this.disclosures = disclosures;
    this.visitor = visitor;
  }

  void users(Context ctx) {
    ctx.render("users.jte", Map.of("shell", visitor.shell(ctx), "users", accounts.users()));
  }

  void addUser(Context ctx) {
    String name = Forms.text(ctx, "name");
    String password = Forms.text(ctx, "password");
    Role role = role(ctx);
    if (!USER_NAME.matcher(name).matches()) {
      throw new DeskException(422, "USER_NAME");
    }
    requireAcceptable(password);
    if (!accounts.add(name, Passwords.hash(password), role)) {
      throw new DeskException(409, "USER_EXISTS");
    }
    done(ctx, AuditStore.Action.ADDED_USER, "userAdded", "/users");
  }

  void changeUser(Context ctx) {
    String name = ctx.pathParam("name");
    switch (Forms.text(ctx, "action")) {
      case "password" -> {
        String password = Forms.text(ctx, "password");
        requireAcceptable(password);
        accounts.setPassword(name, Passwords.hash(password));
      }
      case "units" -> accounts.setUnits(name, units(Forms.text(ctx, "units")));
      case "activate" -> accounts.setActive(name, true);
      case "deactivate" -> {
        if (name.equals(Visitor.user(ctx))) {
          throw new DeskException(409, "NOT_YOURSELF");
        }
        accounts.setActive(name, false);
      }
      default -> throw new DeskException(400, "BAD_REQUEST");
    }
    done(ctx, AuditStore.Action.CHANGED_USER, "userChanged", "/users");
  }

  void sources(Context ctx) {
    showSources(ctx, "", "");
  }

  /** The key is shown this once; the database keeps its hash. */
  void issueKey(Context ctx) {
    String source = Forms.text(ctx, "source");
    if (!SOURCE.matcher(source).matches()) {
      throw new DeskException(422, "SOURCE_NAME");
    }
    String key = Tokens.fresh();
    sources.addKey(Tokens.hash(key), source, Visitor.user(ctx));
    audit.add(Visitor.user(ctx), AuditStore.Action.ISSUED_KEY, null);
    showSources(ctx, source, key);
  }

  void revokeKey(Context ctx) {
    sources.revoke(Forms.text(ctx, "key"));
    done(ctx, AuditStore.Action.REVOKED_KEY, "keyRevoked", "/sources");
  }

  void accessLog(Context ctx) {
    String caseId = ctx.queryParam("case");
    audit.add(Visitor.user(ctx), AuditStore.Action.READ_ACCESS_LOG, caseId);
    Map<String, Object> model = new HashMap<>();
    model.put("shell", visitor.shell(ctx));
    model.put("entries", audit.newest(caseId == null || caseId.isBlank() ? null : caseId));
    model.put("caseId", caseId == null ? "" : caseId);
    ctx.render("accessLog.jte", model);
  }

  /** Who was given what about whom; reading it is written down like reading the access log. */
  void disclosures(Context ctx) {
    String caseId = ctx.queryParam("case");
    String before = ctx.queryParam("before");
    audit.add(Visitor.user(ctx), AuditStore.Action.READ_DISCLOSURES, caseId);
    List<DisclosureStore.Entry> entries =
        disclosures.newest(
            caseId == null || caseId.isBlank() ? null : caseId,
            before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null);
    ctx.render(
        "disclosures.jte",
        Map.of(
            "shell",
            visitor.shell(ctx),
            "entries",
            entries,
            "caseId",
            caseId == null ? "" : caseId));
  }

  private void showSources(Context ctx, String source, String key) {
    ctx.render(
        "sources.jte",
        Map.of(
            "shell", visitor.shell(ctx),
            "keys", sources.keys(),
            "refused", sources.refused(),
            "newSource", source,
            "newKey", key));
  }

  private void done(Context ctx, AuditStore.Action action, String notice, String back) {
    audit.add(Visitor.user(ctx), action, null);
    visitor.leaveNotice(ctx, notice);
    ctx.redirect(back);
  }

  private static void requireAcceptable(String password) {
    if (!Passwords.acceptable(password)) {
      throw new DeskException(
          422, "PASSWORD_WEAK", org.tocsin.console.ConsoleSettings.PASSWORD_LENGTH_MIN);
    }
  }

  /** Codes with commas or spaces between them. */
  private static List<String> units(String text) {
    List<String> units =
        Arrays.stream(text.split("[\\s,，、]+"))
            .filter(code -> !code.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (units.size() > UNITS_MAX || !units.stream().allMatch(UNIT.asMatchPredicate())) {
      throw new DeskException(422, "UNITS");
    }
    return units;
  }

  private static Role role(Context ctx) {
    String given = Forms.text(ctx, "role");
    return Arrays.stream(Role.values())
        .filter(r -> r.name().equals(given))
        .findFirst()
        .orElseThrow(() -> new DeskException(400, "BAD_REQUEST"));
  }
}
