/**
 * What needs more than one person to be seen: where a victim's money went, who belongs together,
 * which account several victims have paid. Every account, person, trace and cluster is a room of
 * its own that knows what came to it and writes letters to others; no room reads another's state.
 */
package org.tocsin.core.links;
