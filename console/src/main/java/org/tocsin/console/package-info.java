/**
 * The desk for analysts and the gateway for banks and carriers. It is the only writer of
 * PostgreSQL; with the jobs it meets in topics only.
 */
package org.tocsin.console;
