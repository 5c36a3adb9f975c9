package org.tocsin.local.bench;

import org.tocsin.core.event.Event;

/**
 * A raw event as one of those it concerns sees it: what stock CEP operators are keyed by.
 *
 * @param key the account, person, phone or contact
 * @param incoming whether the money or the call came to the key
 */
record Side(String key, boolean incoming, Event event) {}
