package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.rulebook.Rulebook;

/** The catalogue: every row there is. A new row is one line here and a class beside it. */
public final class Rows implements Serializable {

  private static final long serialVersionUID = 1L;
  private final List<Row> rows;
  private final Map<String, Row> bySequence = new HashMap<>();

  private Rows(List<Row> rows) {
    this.rows = rows;
    for (Row row : rows) {
      for (String sequence : row.sequences()) {
        if (bySequence.put(sequence, row) != null) {
          throw new IllegalArgumentException("two rows judge the sequence " + sequence);
        }
      }
    }
  }

  public static Rows of(Rulebook rules) {
    return new Rows(
        List.of(
            new V1Impersonation(rules),
            new V2LoanPassedOn(rules),
            new V3TaskRebate(rules),
            new V9Handover(rules),
            new V5FakeLoan(rules),
            new V4FakeInvestment(rules),
            new V6BossOrFriend(rules),
            new V7GameTrade(rules),
            new V8ShopParcelRefund(rules),
            new B1TestBurst(rules),
            new B2FastInFastOut(rules),
            new B3ManyToFew(rules),
            new B4OneToMany(rules),
            new B5DormantWakes(rules),
            new B7CashOut(rules),
            new B8GoldRun(rules),
            new B9CryptoOtc(rules),
            new B10Evasion(rules),
            new B12ContactChanged(rules),
            new B13Coupling(rules),
            new P1FanOut(rules),
            new P2NewSimBurst(rules),
            new P3NoCallback(rules),
            new P4SimBox(rules),
            new P5Cohort(rules),
            new P6Relay(rules),
            new P7SimSwap(rules),
            new P8SimWoken(rules),
            new O3SharedContact(rules),
            new O1Burst(rules),
            new O2OverQuota(rules),
            new O4Group(rules),
            new O5OutOfProvince(rules),
            new O6Punished(rules),
            new O7RefusedAgain(rules),
            new O8VictimMadeMule(rules),
            new X1BothCards(rules),
            new X2FirstLayer(rules),
            new X3SharedPayee(rules),
            new X4VictimTurnedMule(rules),
            new X5CohortRaised(rules),
            new X6Cluster(rules),
            new B11Layering(rules),
            new B14Cycle(rules)));
  }

  public List<Row> all() {
    return rows;
  }

  /** The row that judges a sequence. */
  public Row of(String sequence) {
    Row row = bySequence.get(sequence);
    if (row == null) {
      throw new IllegalArgumentException("no row judges the sequence " + sequence);
    }
    return row;
  }

  public Row byId(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  /** False for a row of an earlier version that is no more. */
  public boolean isOfFamily(String id, String family) {
    return rows.stream().anyMatch(row -> row.id().equals(id) && row.family().equals(family));
  }

  /** 0 for a row of an earlier version that is no more. */
  public int specificity(String id) {
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .mapToInt(Row::specificity)
        .findFirst()
        .orElse(0);
  }
}
