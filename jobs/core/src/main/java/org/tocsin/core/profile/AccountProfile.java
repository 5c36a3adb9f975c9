package org.tocsin.core.profile;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.event.Holder;
import org.tocsin.core.signal.Usual;

/**
 * What is known of a bank account. Bounded: see the constants of {@link AccountFold}.
 *
 * @param holder as the bank last said
 * @param movements the latest, in event-time order
 * @param payees whom it paid, settled payments only
 * @param payers who paid it
 * @param lastMovementAt of the newest movement, epoch milliseconds; 0 when none was seen
 * @param fastOutDays days (since 1970 in the deployment's zone) on which money came and left fast
 * @param bank the source that reports this account's own payments or opened it; null until known
 * @param usual what it usually pays
 * @param flowDays on which days it has shown which flow, see {@link RowDays}; empty for most
 * @param purchaseAt when it last paid a merchant, within some hours, epoch milliseconds; 0 for
 *     never
 * @param wake since when it slept and when it woke, epoch milliseconds; empty for most
 */
@RecordBuilder
public record AccountProfile(
    String token,
    Seen seen,
    Facts facts,
    Holder holder,
    MovementLog movements,
    Parties payees,
    Parties payers,
    long lastMovementAt,
    long[] fastOutDays,
    String bank,
    Usual usual,
    long[] flowDays,
    long purchaseAt,
    long[] wake)
    implements Profile {

  private static final long[] NO_NUMBERS = {};

  public AccountProfile {
    seen = seen == null ? Seen.NOTHING : seen;
    facts = facts == null ? Facts.NONE : facts;
    holder = holder == null ? Holder.PERSON : holder;
    movements = movements == null ? MovementLog.EMPTY : movements;
    payees = payees == null ? Parties.NONE : payees;
    payers = payers == null ? Parties.NONE : payers;
    usual = usual == null ? Usual.NONE : usual;
    flowDays = flowDays == null ? NO_NUMBERS : flowDays;
    wake = wake == null ? NO_NUMBERS : wake;
  }

  public static AccountProfile unknown(String token) {
    return new AccountProfile(
        token, null, null, null, null, null, null, 0, new long[0], null, null, null, 0, null);
  }

  /** A person's, not a company's, shop's or exchange's. */
  public boolean personal() {
    return holder == Holder.PERSON;
  }
}
