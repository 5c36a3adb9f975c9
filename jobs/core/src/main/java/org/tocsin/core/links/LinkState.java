package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.id.EntityKind;

/**
 * What is known in one room. What a room does not need is null.
 *
 * @param kind of the room; null while not known
 * @param token of the room, so that two of one key are told apart; null while not known
 * @param ledger of an account
 * @param file of whoever owns cases: a person, or an account or phone that nobody is known to own
 * @param trace of a fund trace
 * @param shared of what several who are warned share
 * @param cluster of a cluster
 * @param cohort of those who applied together
 */
@RecordBuilder
public record LinkState(
    EntityKind kind,
    String token,
    Ledger ledger,
    OwnerFile file,
    TraceFile trace,
    SharedFile shared,
    ClusterFile cluster,
    Cohort cohort) {

  static final LinkState NOTHING = new LinkState(null, null, null, null, null, null, null, null);
}
