package org.tocsin.core.cases;

/** Which of an account's stops the last one for this person was. */
public record StopCount(String account, int times) {}
