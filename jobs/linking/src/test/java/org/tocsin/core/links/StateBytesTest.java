package org.tocsin.core.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Level;
import org.tocsin.testkit.state.StateBytes;

/**
 * What a savepoint of version 1.0 holds of the linking job's rooms, and of letters on their way.
 */
class StateBytesTest {

  private static final EntityKey VICTIM = EntityKey.person("victim");
  private static final Evidence EVIDENCE = new Evidence(Stream.CALL, "carrier", "c1", 1, "call");

  private static final Flow FLOW =
      new Flow(
          2,
          3,
          4,
          "bank",
          "e1",
          5,
          true,
          "other",
          "other-person",
          Holder.COMPANY,
          Transaction.Kind.REFUND,
          6,
          7L,
          "370602",
          true);

  private static final Taint.Arrival ARRIVAL =
      new Taint.Arrival(2, 8, List.of(new Taint.Step("a", "b", "bank", "e1", 9, 10)));

  private static final Taint TAINT =
      new Taint(
          "trace",
          "origin",
          VICTIM,
          11,
          List.of(new Taint.Claim("person", "account", 12L, 13)),
          List.of(ARRIVAL),
          14);

  private static final Letter.Pursue PURSUE =
      new Letter.Pursue(VICTIM, "payee", 15L, List.of(16L), 17, true);

  private static final Ledger LEDGER =
      new Ledger(
          "owner",
          18,
          Holder.PERSON,
          List.of(FLOW),
          new long[] {19},
          List.of(TAINT),
          List.of(PURSUE),
          true,
          List.of(new Payer(VICTIM, Level.T2, true, 20, "bank", "e2", 21, 22, "370602")),
          new Ledger.Alarm(VICTIM, Level.T3, 23, List.of(24L), List.of()),
          List.of(),
          List.of());

  private static final ClusterId CLUSTER = new ClusterId("cluster", 25);
  private static final Tie TIE =
      new Tie(VICTIM, EntityKey.phone("phone"), "because", Level.T1, 26, EVIDENCE);

  private static final OwnerFile OWNER =
      new OwnerFile(
          List.of("account"),
          new long[] {27},
          28,
          List.of(new Letter.Lost("payee", 29L, 30, true)),
          new Cases(
              "case", 31, 32L, 33, List.of(new Cases.Warned("w", "X3", "a", Level.T3_PLUS, 34))),
          CLUSTER,
          new OwnerFile.Alarm(Level.T2, 35),
          null);

  private static final Place PLACE =
      new Place(
          "account",
          "owner",
          36,
          List.of(new Link.Hop("a", "b", "e1", 37, 38, 39)),
          List.of(new Link.Hop("b", "shop", "e2", 40, 41, 42)),
          43,
          44,
          45,
          true);

  @Test
  void an_account() throws IOException {
    check(
        "link-account",
        new LinkState(
            EntityKind.ACCOUNT,
            "account",
            LEDGER,
            OWNER,
            null,
            new SharedFile(List.of(TIE), true, CLUSTER),
            null,
            null));
  }

  @Test
  void a_trace() throws IOException {
    TraceFile trace = new TraceFile("origin", VICTIM, true, List.of(PLACE), 46, 47, true);
    check("link-trace", new LinkState(EntityKind.TRACE, "t", null, null, trace, null, null, null));
  }

  @Test
  void a_cluster() throws IOException {
    ClusterFile cluster = new ClusterFile(CLUSTER, List.of(TIE), CLUSTER, 48, 49, true);
    check(
        "link-cluster",
        new LinkState(EntityKind.CLUSTER, "c", null, null, null, null, cluster, null));
  }

  @Test
  void a_cohort_and_one_of_it() throws IOException {
    Cohort.Sign sign = new Cohort.Sign("person", EVIDENCE);
    Cohort cohort =
        new Cohort(
            List.of(new Cohort.Member("person", 51, true, "370602", EVIDENCE)), List.of(sign));
    OwnerFile owner =
        OwnerFileBuilder.builder(OWNER)
            .cohorts(new Cohort.Ties(List.of(new Cohort.Tied("k", 52)), sign))
            .build();
    check(
        "link-cohort",
        new LinkState(EntityKind.COHORT, "k", null, owner, null, null, null, cohort));
  }

  @Test
  void a_letter_on_its_way() throws IOException {
    Mail mail = Mail.to(VICTIM, 50, new Letter.Stands("origin", VICTIM, PLACE, true));
    assertThat(StateBytes.read("1.0", "link-mail", Codec.of(Mail.class), mail)).isEqualTo(mail);
  }

  private static void check(String name, LinkState written) throws IOException {
    LinkState read = StateBytes.read("1.0", name, Codec.of(LinkState.class), written);
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }
}
