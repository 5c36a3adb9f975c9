package org.tocsin.core.links;

import org.tocsin.core.id.EntityKey;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.warning.Level;

/**
 * Why somebody who is warned belongs to what others share.
 *
 * @param owner of the case: a person, or an account or phone nobody is known to own
 * @param shared the account, phone or contact
 * @param because a sentence without tokens
 * @param time of the warning, epoch milliseconds
 * @param evidence its last
 */
public record Tie(
    EntityKey owner, EntityKey shared, String because, Level level, long time, Evidence evidence) {}
