package org.tocsin.core.gate;

import org.tocsin.core.warning.Warning;

/**
 * A warning that waits for the operator.
 *
 * @param heldAt epoch milliseconds
 */
public record HeldWarning(Warning warning, long heldAt) {}
