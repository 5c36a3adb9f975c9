/** The Kafka topics of a deployment as code: one declaration, applied as often as one likes. */
package org.tocsin.runtime.topics;
