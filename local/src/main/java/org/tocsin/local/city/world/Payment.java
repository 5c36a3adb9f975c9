package org.tocsin.local.city.world;

import java.util.List;
import org.tocsin.core.event.Event;

/**
 * One movement of money and the records that tell of it.
 *
 * @param settledAt when it was settled, epoch milliseconds
 */
public record Payment(List<Event> records, long settledAt, long amountMinor) {}
