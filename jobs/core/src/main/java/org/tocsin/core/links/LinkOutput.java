package org.tocsin.core.links;

import org.tocsin.core.event.Outcome;
import org.tocsin.core.warning.Warning;

/** What the linking job makes, in order. New members go at the end of the clause. */
public sealed interface LinkOutput
    permits LinkOutput.Posted, LinkOutput.LinkTold, LinkOutput.Warned, LinkOutput.OutcomePassed {

  /** A letter to another room; it comes back as input. */
  record Posted(Mail mail) implements LinkOutput {}

  /** A link, or what has become of it. */
  record LinkTold(Link link) implements LinkOutput {}

  /**
   * A warning.
   *
   * @param own made here; otherwise one that came in, on its way past those made here
   */
  record Warned(Warning warning, boolean own) implements LinkOutput {}

  /** An outcome, behind the warnings it may be about. */
  record OutcomePassed(Outcome outcome) implements LinkOutput {}
}
