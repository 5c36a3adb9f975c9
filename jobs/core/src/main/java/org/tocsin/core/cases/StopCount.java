package org.tocsin.core.cases;

/** How often an account was stopped for this person. */
public record StopCount(String account, int times) {}
