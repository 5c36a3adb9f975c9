package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.warning.Level;

/**
 * A payment by somebody who is warned as a victim.
 *
 * @param evident the payment itself is among the reasons of the warning
 * @param flow its id
 * @param amountMinor 0 when it turned out to be none
 */
@RecordBuilder
record Payer(
    EntityKey victim,
    Level level,
    boolean evident,
    long flow,
    String source,
    String eventId,
    long time,
    long amountMinor,
    String region) {}
