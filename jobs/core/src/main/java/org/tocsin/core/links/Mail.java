package org.tocsin.core.links;

import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;

/**
 * A letter with its address. A room may get it twice, and letters of two senders in any order;
 * letters say how things stand, not what changed, so neither matters.
 *
 * @param key state key of the room it goes to
 * @param token of the room; null when only its key is known
 * @param time of the event behind it, epoch milliseconds
 */
public record Mail(long key, EntityKind kind, String token, long time, Letter letter) {

  /** The room it goes to, where its token is known. */
  EntityKey to() {
    return new EntityKey(kind, token);
  }

  public static Mail to(EntityKey room, long time, Letter letter) {
    return new Mail(room.hash(), room.kind(), room.token(), time, letter);
  }
}
