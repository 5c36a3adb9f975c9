package org.tocsin.linking;

import java.util.Arrays;
import java.util.List;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.CaseIds;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Text;
import org.tocsin.core.warning.Warning;

/** Warnings as detection makes them. */
final class Warned {

  private Warned() {}

  /** A person warned as a victim, for transactions of bank-1. */
  static Warning victim(String time, String person, Level level, String... transactions) {
    long at = Money.at(time);
    String unknown = "unknown-" + person + "-" + time;
    List<Evidence> evidence =
        Arrays.stream(transactions.length == 0 ? new String[] {unknown} : transactions)
            .map(id -> new Evidence(Stream.TRANSACTION, "bank-1", id, at, "payment"))
            .toList();
    String id = "w-" + person + "-" + time;
    return new Warning(
        id,
        CaseIds.of(EntityKey.person(person).hash(), id),
        1,
        Lane.VICTIM,
        "V3",
        List.of(),
        "1",
        SubjectKind.PERSON,
        person,
        person,
        level.grade(),
        level.tier(),
        60,
        at,
        at,
        null,
        null,
        new Text("", ""),
        evidence,
        List.of(),
        null,
        null);
  }
}
