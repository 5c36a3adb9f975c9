package org.tocsin.core.links;

import java.util.List;

/** Names of what the linking job counts. */
final class LinkCounts {

  /** A room is asked for under another token than its own: two of one key. */
  static final String KEY_COLLISION = "key_collision";

  /** An account was left out of a trace because the trace holds no more. */
  static final String TRACE_FULL = "trace_full";

  /** A victim's money was left out of an account that holds that of too many. */
  static final String TAINTS_FULL = "taints_full";

  static final List<String> ALL = List.of(KEY_COLLISION, TRACE_FULL, TAINTS_FULL);

  private LinkCounts() {}
}
