package org.tocsin.local.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.tocsin.core.event.Call;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Transaction;

/**
 * V1, V2, V3, B2, P1 and O3 as one would write them with stock CEP on raw events. They are simpler
 * than the rows of the catalogue: what needs a memory of its own, such as whether a payee is known,
 * is left out. So the comparison is in their favour.
 */
final class StockPatterns {

  private static final long YUAN = 100;
  private static final int FAN_OUT = 20;
  private static final int LONG_CALL_SECONDS = 20 * 60;
  private static final int SERVICE_CALL_SECONDS = 5 * 60;

  private StockPatterns() {}

  static Map<String, Pattern<Side, ?>> all() {
    Map<String, Pattern<Side, ?>> patterns = new LinkedHashMap<>();
    patterns.put("V1", policeCall());
    patterns.put("V2", loanScam());
    patterns.put("V3", taskRebate());
    patterns.put("B2", fastInFastOut());
    patterns.put("P1", fanOut());
    patterns.put("O3", sharedContact());
    return patterns;
  }

  private static Pattern<Side, ?> policeCall() {
    return start("call", SimpleCondition.of(side -> callIn(side, LONG_CALL_SECONDS)))
        .followedByAny("transfer")
        .where(SimpleCondition.of(side -> out(side) >= 5_000 * YUAN))
        .within(Duration.ofHours(3));
  }

  private static Pattern<Side, ?> loanScam() {
    return start("call", SimpleCondition.of(side -> callIn(side, SERVICE_CALL_SECONDS)))
        .followedByAny("loans")
        .where(SimpleCondition.of(StockPatterns::loan))
        .times(2)
        .followedByAny("transfer")
        .where(SimpleCondition.of(side -> out(side) > 0))
        .within(Duration.ofHours(4));
  }

  private static Pattern<Side, ?> taskRebate() {
    return start("test", SimpleCondition.of(side -> out(side) > 0 && out(side) <= 500 * YUAN))
        .followedByAny("rebate")
        .where(
            new IterativeCondition<Side>() {
              private static final long serialVersionUID = 1L;

              @Override
              public boolean filter(Side side, Context<Side> earlier) throws Exception {
                double paid = out(earlier.getEventsForPattern("test").iterator().next());
                return in(side) >= 1.02 * paid && in(side) <= 1.2 * paid;
              }
            })
        .followedByAny("jump")
        .where(
            new IterativeCondition<Side>() {
              private static final long serialVersionUID = 1L;

              @Override
              public boolean filter(Side side, Context<Side> earlier) throws Exception {
                long paid = out(earlier.getEventsForPattern("test").iterator().next());
                return out(side) >= 3 * paid;
              }
            })
        .within(Duration.ofHours(96));
  }

  private static Pattern<Side, ?> fastInFastOut() {
    return start("in", SimpleCondition.of(side -> in(side) >= 5_000 * YUAN))
        .followedByAny("out")
        .where(
            new IterativeCondition<Side>() {
              private static final long serialVersionUID = 1L;

              @Override
              public boolean filter(Side side, Context<Side> earlier) throws Exception {
                double came = in(earlier.getEventsForPattern("in").iterator().next());
                return out(side) >= 0.8 * came && out(side) <= 1.05 * came;
              }
            })
        .within(Duration.ofMinutes(10));
  }

  private static Pattern<Side, ?> fanOut() {
    return start("calls", SimpleCondition.of(StockPatterns::callOut))
        .followedBy("others")
        .where(
            new IterativeCondition<Side>() {
              private static final long serialVersionUID = 1L;

              @Override
              public boolean filter(Side side, Context<Side> earlier) throws Exception {
                if (!callOut(side)) {
                  return false;
                }
                for (Side other : earlier.getEventsForPattern("others")) {
                  if (callee(other).equals(callee(side))) {
                    return false;
                  }
                }
                return true;
              }
            })
        .times(FAN_OUT - 1)
        .within(Duration.ofHours(24));
  }

  private static Pattern<Side, ?> sharedContact() {
    return start("openings", SimpleCondition.of(side -> side.event() instanceof CardOpening))
        .followedByAny("others")
        .where(SimpleCondition.of(side -> side.event() instanceof CardOpening))
        .times(2)
        .within(Duration.ofDays(30));
  }

  private static Pattern<Side, Side> start(String step, SimpleCondition<Side> condition) {
    return Pattern.<Side>begin(step, AfterMatchSkipStrategy.noSkip()).where(condition);
  }

  private static boolean callIn(Side side, int secondsLeast) {
    return side.incoming()
        && side.event() instanceof Call call
        && call.durationSeconds() != null
        && call.durationSeconds() >= secondsLeast;
  }

  private static boolean callOut(Side side) {
    return !side.incoming() && side.event() instanceof Call;
  }

  private static String callee(Side side) {
    return String.valueOf(((Call) side.event()).callee());
  }

  private static boolean loan(Side side) {
    return side.incoming()
        && side.event() instanceof Transaction transaction
        && transaction.kind() == Transaction.Kind.LOAN_DISBURSEMENT;
  }

  /** Fen that left the key by transfer; 0 when none did. */
  private static long out(Side side) {
    return transferred(side, false);
  }

  private static long in(Side side) {
    return transferred(side, true);
  }

  private static long transferred(Side side, boolean incoming) {
    return side.incoming() == incoming
            && side.event() instanceof Transaction transaction
            && transaction.kind() == Transaction.Kind.TRANSFER
        ? transaction.amountMinor()
        : 0;
  }
}
