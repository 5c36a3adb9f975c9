/**
 * The input files of a folder as one stream of valid events in event-time order, however large and
 * however disordered they are. {@code replay} and {@code feed} read through it alike.
 */
package org.tocsin.local.input;
