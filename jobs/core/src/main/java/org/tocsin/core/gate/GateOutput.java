package org.tocsin.core.gate;

import org.tocsin.core.cases.CaseInput;

/** What comes through the gate. New members go at the end: bytes in flight carry the place. */
public sealed interface GateOutput permits GateOutput.Passed, HeldChange {

  /** On to the cases. */
  record Passed(CaseInput input) implements GateOutput {}
}
