package org.tocsin.core.warning;

/** A sentence for a person, in Chinese and English; both made from the same live numbers. */
public record Text(String zh, String en) {}
