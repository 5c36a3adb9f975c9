package org.tocsin.core.pattern;

import org.tocsin.core.id.EntityKey;
import org.tocsin.core.warning.Advice;

/**
 * An advice before it has its warning.
 *
 * @param about an account, phone or person; null when about the case owner
 * @param amountMinor null when it is not about an amount
 * @param reasonCode stable; says which row and why
 */
public record Proposal(Advice.Kind kind, EntityKey about, Long amountMinor, String reasonCode) {}
