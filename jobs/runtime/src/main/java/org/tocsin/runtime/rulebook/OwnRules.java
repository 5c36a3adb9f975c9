package org.tocsin.runtime.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * A deployment's rulebook that says only what differs: {@code basis: standard}, a {@code version}
 * of its own, and the keys it sets. A whole copy has to gain every key that a new version brings
 * before the jobs start again, and keeps numbers that nobody here meant to keep.
 */
final class OwnRules {

  private static final String BASIS = "basis";
  private static final String STANDARD = "standard";
  private static final String VERSION = "version";

  private OwnRules() {}

  /**
   * {@code read} itself when it names no basis; otherwise the standard rules with its values in
   * them. Objects are merged key by key, a list or a value takes the place of what stood there.
   * Another basis, or no version of its own, stays in the tree for the schema to refuse.
   */
  static JsonNode over(JsonNode read, Supplier<ObjectNode> standard) {
    if (!STANDARD.equals(read.path(BASIS).textValue())) {
      return read;
    }
    ObjectNode own = ((ObjectNode) read).without(BASIS);
    ObjectNode merged = standard.get();
    String basis = merged.path(VERSION).textValue();
    merged.remove(VERSION);
    merge(own, merged);
    String version = own.path(VERSION).textValue();
    if (version != null && !version.isBlank()) {
      // Both stand on every warning: the numbers that were not named may change with the basis.
      merged.put(VERSION, version + " on " + basis);
    }
    return merged;
  }

  private static void merge(ObjectNode from, ObjectNode into) {
    from.properties()
        .forEach(
            named -> {
              JsonNode there = into.get(named.getKey());
              if (there instanceof ObjectNode below && named.getValue() instanceof ObjectNode set) {
                merge(set, below);
              } else {
                into.set(named.getKey(), named.getValue());
              }
            });
  }
}
