/**
 * The contract as code: every stream's schema, plain JSON and Avro read and written by it, and the
 * one checker that decides what is refused and why.
 */
package org.tocsin.schemas;
