package org.tocsin.core.detect;

import org.tocsin.core.event.Event;
import org.tocsin.core.id.EntityKind;

/**
 * An event on its way to one of the entities it concerns.
 *
 * @param key the entity's state key
 * @param primary one of an event's copies is primary: it alone is counted
 */
public record Routed(long key, EntityKind kind, String token, boolean primary, Event event) {}
