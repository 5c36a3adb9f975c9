/** {@code ./tocsin bench}: the measurements of docs/reference/bench.md, all from one run. */
package org.tocsin.local.bench;
