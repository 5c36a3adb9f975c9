package org.tocsin.console.live;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * Says to every console on this database which cases changed, when the transaction commits. It goes
 * through PostgreSQL because the intake of a case may run in another process than the page of it.
 */
public final class ChangeSignal {

  static final String CHANNEL = "tocsin_case_changed";

  /** Stands for "many cases". */
  static final String ANY = "*";

  /** A PostgreSQL notification holds less than 8,000 bytes. */
  private static final int PAYLOAD_LENGTH_MAX = 7_000;

  private ChangeSignal() {}

  public static void send(Handle handle, Collection<String> caseIds) {
    if (caseIds.isEmpty()) {
      return;
    }
    String payload = String.join(",", caseIds);
    handle
        .createQuery("select pg_notify(:channel, :payload)")
        .bind("channel", CHANNEL)
        .bind("payload", payload.length() <= PAYLOAD_LENGTH_MAX ? payload : ANY)
        .mapToMap()
        .list();
  }
}
