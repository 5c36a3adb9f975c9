package org.tocsin.console.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keys of the banks and carriers that send through the gateway, and what was refused of whom. */
public final class SourceStore {

  private final Jdbi jdbi;

  public SourceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param id the first digits of the key's hash, to tell keys apart
   */
  public record Key(String id, String source, Instant createdAt, String createdBy) {}

  public record Refused(
      String source, String stream, String reasonCode, long records, Instant lastAt) {}

  public void addKey(byte[] hash, String source, String by) {
    jdbi.useHandle(
        h ->
            h.createUpdate("insert into api_key (key_hash, source, created_by) values (:h, :s, :b)")
                .bind("h", hash)
                .bind("s", source)
                .bind("b", by)
                .execute());
  }

  /** The source a key belongs to, while it is not revoked. */
  public Optional<String> sourceOf(byte[] hash) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select source from api_key where key_hash = :h and revoked_at is null")
                .bind("h", hash)
                .mapTo(String.class)
                .findOne());
  }

  public List<Key> keys() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select left(encode(key_hash, 'hex'), 16), source, created_at, created_by"
                        + " from api_key where revoked_at is null order by source, created_at")
                .map(
                    (r, c) ->
                        new Key(
                            r.getString(1),
                            r.getString(2),
                            r.getTimestamp(3).toInstant(),
                            r.getString(4)))
                .list());
  }

  public void revoke(String id) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "update api_key set revoked_at = now()"
                        + " where left(encode(key_hash, 'hex'), 16) = :id and revoked_at is null")
                .bind("id", id)
                .execute());
  }

  public List<Refused> refused() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select source, stream, reason_code, records, last_at from rejected_count"
                        + " order by records desc limit 500")
                .map(
                    (r, c) ->
                        new Refused(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getLong(4),
                            r.getTimestamp(5).toInstant()))
                .list());
  }
}
