package org.tocsin.console.delivery;

import java.time.Instant;

/**
 * What a channel is given. It holds a token and a sentence: no name, no number, no evidence.
 *
 * @param key the same for every try, so that the receiver can drop repetitions
 * @param person token; the receiver, or a {@link Directory}, knows whose it is
 * @param text names the risk and the line to call; for a call what it is about
 * @param dueAt by when the person should have been told
 */
public record Message(
    String key, Delivery.Kind kind, String person, String text, String language, Instant dueAt) {}
