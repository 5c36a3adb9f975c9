/** Where the contract's records become the core's, and the core's the contract's. */
package org.tocsin.runtime.wire;
