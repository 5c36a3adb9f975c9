package org.tocsin.core.links;

import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.id.Ids;

/**
 * A cluster's id, and since when it is: of two that turn out to be one the older gives its id.
 *
 * @param founded when two first shared something, epoch milliseconds
 */
record ClusterId(String id, long founded) {

  static ClusterId of(EntityKey shared, long founded) {
    return new ClusterId(Ids.of("cluster", shared.kind(), shared.token()), founded);
  }

  boolean isOlderThan(ClusterId other) {
    return founded != other.founded ? founded < other.founded : id.compareTo(other.id) < 0;
  }

  EntityKey room() {
    return new EntityKey(EntityKind.CLUSTER, id);
  }
}
