package org.tocsin.core.id;

/**
 * One thing that a profile is kept of.
 *
 * @param token the opaque token from the events
 */
public record EntityKey(EntityKind kind, String token) {

  /** The 64-bit state key: the RocksDB recipe needs keys of fixed length. */
  public long hash() {
    return Ids.key(kind, token);
  }

  public static EntityKey account(String token) {
    return new EntityKey(EntityKind.ACCOUNT, token);
  }

  public static EntityKey phone(String token) {
    return new EntityKey(EntityKind.PHONE, token);
  }

  public static EntityKey person(String token) {
    return new EntityKey(EntityKind.PERSON, token);
  }

  /** The entity that a warning's or signal's subject is. */
  public static EntityKey of(SubjectKind kind, String token) {
    return new EntityKey(EntityKind.valueOf(kind.name()), token);
  }
}
