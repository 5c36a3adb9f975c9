/** The linking job: events and warnings in, fund traces, clusters and their warnings out. */
package org.tocsin.linking;
