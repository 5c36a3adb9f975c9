/**
 * What fraud is: events, profiles, signals, the conditions of sequences, warnings, and the life of
 * cases. Nothing here knows Flink, Kafka, a database or the wall clock.
 */
package org.tocsin.core;
