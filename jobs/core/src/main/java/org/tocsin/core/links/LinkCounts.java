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

  /** What a victim paid was no longer followed, as too much else of hers is. */
  static final String PURSUITS_FULL = "pursuits_full";

  /** A tie was left out of a cluster that holds no more. */
  static final String CLUSTER_FULL = "cluster_full";

  /** A warning was not repeated within its quiet time. */
  static final String QUIET = "linked_warning_quiet";

  static final List<String> ALL =
      List.of(KEY_COLLISION, TRACE_FULL, TAINTS_FULL, PURSUITS_FULL, CLUSTER_FULL, QUIET);

  private LinkCounts() {}
}
