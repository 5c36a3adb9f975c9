package org.tocsin.core.cases;

/**
 * An offer of a task to another unit. The task stays with the unit that has it until the other one
 * gives its receipt, so it never lies between two.
 *
 * @param to code of the unit it is offered to
 * @param until when the offer lapses by itself, epoch milliseconds
 */
public record HandOver(String to, long until) {

  /** Key in an outcome's checklist: the code of the unit that a task is offered to. */
  public static final String TO = "handOverTo";

  /** Key in an outcome's checklist: the other unit's receipt, ACCEPTED or REFUSED. */
  public static final String RECEIPT = "handOverReceipt";
}
