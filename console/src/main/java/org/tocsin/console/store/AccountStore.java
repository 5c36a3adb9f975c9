package org.tocsin.console.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.tocsin.console.web.Role;

/** Desk users, their sessions and their attempts to sign in. */
public final class AccountStore {

  private final Jdbi jdbi;

  public AccountStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param units codes of the units whose tasks are the user's, in the order of the alphabet
   */
  public record User(String name, Role role, boolean active, List<String> units) {}

  /**
   * @param units codes of the units whose tasks are the user's
   */
  public record Session(String user, Role role, String csrf, List<String> units) {}

  public List<User> users() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select name, role, active, units from desk_user order by name")
                .map(
                    (r, c) ->
                        new User(
                            r.getString("name"),
                            Role.valueOf(r.getString("role")),
                            r.getBoolean("active"),
                            Columns.texts(r, "units")))
                .list());
  }

  public boolean hasUsers() {
    return jdbi.withHandle(
        h -> h.createQuery("select exists (select 1 from desk_user)").mapTo(Boolean.class).one());
  }

  /** False when the name is taken. */
  public boolean add(String name, String passwordHash, Role role) {
    return jdbi.withHandle(
            h ->
                h.createUpdate(
                        "insert into desk_user (name, password_hash, role) values (:n, :p, :r)"
                            + " on conflict do nothing")
                    .bind("n", name)
                    .bind("p", passwordHash)
                    .bind("r", role.name())
                    .execute())
        == 1;
  }

  /** The hash of an active user's password. */
  public Optional<String> passwordHash(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select password_hash from desk_user where name = :n and active")
                .bind("n", name)
                .mapTo(String.class)
                .findOne());
  }

  /** Sets a new password and ends the user's sessions. */
  public boolean setPassword(String name, String passwordHash) {
    return jdbi.inTransaction(
        h -> {
          h.createUpdate("delete from desk_session where user_name = :n").bind("n", name).execute();
          return h.createUpdate("update desk_user set password_hash = :p where name = :n")
                  .bind("p", passwordHash)
                  .bind("n", name)
                  .execute()
              == 1;
        });
  }

  /** Lets a user in or keeps them out; who is kept out is signed out at once. */
  public void setActive(String name, boolean active) {
    jdbi.useTransaction(
        h -> {
          h.createUpdate("update desk_user set active = :a where name = :n")
              .bind("a", active)
              .bind("n", name)
              .execute();
          if (!active) {
            h.createUpdate("delete from desk_session where user_name = :n")
                .bind("n", name)
                .execute();
          }
        });
  }

  /** From the next page on the user sees as theirs what these units have to do. */
  public void setUnits(String name, List<String> units) {
    jdbi.useHandle(
        h ->
            h.createUpdate("update desk_user set units = :units where name = :n")
                .bindArray("units", String.class, units.toArray())
                .bind("n", name)
                .execute());
  }

  public void openSession(byte[] tokenHash, String user, String csrf, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "insert into desk_session (token_hash, user_name, csrf, started_at, seen_at)"
                        + " values (:t, :u, :c, :now, :now)")
                .bind("t", tokenHash)
                .bind("u", user)
                .bind("c", csrf)
                .bind("now", now)
                .execute());
  }

  /** The session if it is neither too old nor idle too long, and its user still active. */
  public Optional<Session> session(byte[] tokenHash, Instant now, Duration idle, Duration whole) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select s.user_name, u.role, s.csrf, u.units
                    from desk_session s join desk_user u on u.name = s.user_name
                    where s.token_hash = :t and u.active and s.seen_at > :idle and s.started_at > :whole
                    """)
                .bind("t", tokenHash)
                .bind("idle", now.minus(idle))
                .bind("whole", now.minus(whole))
                .map(
                    (r, c) ->
                        new Session(
                            r.getString("user_name"),
                            Role.valueOf(r.getString("role")),
                            r.getString("csrf"),
                            Columns.texts(r, "units")))
                .findOne());
  }

  /** Notes that somebody works in the session; written at most once a minute. */
  public void seen(byte[] tokenHash, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update desk_session set seen_at = :now where token_hash = :t"
                        + " and seen_at < :minuteAgo")
                .bind("now", now)
                .bind("minuteAgo", now.minusSeconds(60))
                .bind("t", tokenHash)
                .execute());
  }

  public void endSession(byte[] tokenHash) {
    jdbi.useHandle(
        h ->
            h.createUpdate("delete from desk_session where token_hash = :t")
                .bind("t", tokenHash)
                .execute());
  }

  public void endOldSessions(Instant startedBefore) {
    jdbi.useHandle(
        h ->
            h.createUpdate("delete from desk_session where started_at < :b")
                .bind("b", startedBefore)
                .execute());
  }

  public void noteAttempt(String user, String address, boolean succeeded) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "insert into sign_in_attempt (user_name, address, succeeded) values (:u, :a, :s)")
                .bind("u", user)
                .bind("a", address)
                .bind("s", succeeded)
                .execute());
  }

  /** Failures since then of this name from this address, and of this address with any name. */
  public record Failures(int ofNameAndAddress, int ofAddress, int ofName) {}

  public Failures failures(String user, String address, Duration within) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select count(*) filter (where user_name = :u and address = :a),
                           count(*) filter (where address = :a),
                           count(*) filter (where user_name = :u)
                    from sign_in_attempt
                    where not succeeded and at > now() - make_interval(secs => :secs)
                      and (user_name = :u or address = :a)
                    """)
                .bind("u", user)
                .bind("a", address)
                .bind("secs", (double) within.toSeconds())
                .map((r, c) -> new Failures(r.getInt(1), r.getInt(2), r.getInt(3)))
                .one());
  }
}
