package org.tocsin.console.web;

import java.util.List;
import org.tocsin.console.store.QueueStore;

/**
 * What the page of the operator's queue shows.
 *
 * @param warnings the first of those that wait
 * @param unmatched the latest outcomes no case could use
 */
public record QueueView(
    String formId,
    List<QueueStore.Pattern> patterns,
    List<QueueStore.Warning> warnings,
    List<QueueStore.Unmatched> unmatched) {

  public long held() {
    return patterns.stream().mapToLong(QueueStore.Pattern::held).sum();
  }
}
