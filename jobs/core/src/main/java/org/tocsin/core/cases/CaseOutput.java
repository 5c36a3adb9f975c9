package org.tocsin.core.cases;

/**
 * What the life of cases tells the world. New members go at the end: bytes in flight carry the
 * place.
 */
public sealed interface CaseOutput permits CaseChange, Task, AdviceChange, UnmatchedOutcome {}
