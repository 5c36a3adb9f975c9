package org.tocsin.core.links;

import java.util.List;

/** What is kept of something that has no end. */
final class Latest {

  private Latest() {}

  /** The last so many, which may be all. */
  static <T> List<T> of(List<T> all, int most) {
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }
}
