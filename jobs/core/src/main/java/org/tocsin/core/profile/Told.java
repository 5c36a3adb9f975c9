package org.tocsin.core.profile;

import org.tocsin.core.signal.Message;

/** Where a fold says what it noticed. */
public interface Told {

  void tell(Message message);

  /** Counts something worth a metric; names are in {@link org.tocsin.core.detect.Counts}. */
  void count(String metric);
}
