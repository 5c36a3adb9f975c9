package org.tocsin.console.web;

import org.tocsin.console.wire.OutcomeSender;

/**
 * Something the user is told: a code and the sentence that stands for it in the texts under {@code
 * error.CODE}.
 */
public final class DeskException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Object[] arguments;

  public DeskException(int status, String code, Object... arguments) {
    super(code);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
  }

  /**
   * Nothing where the outcome was sent; else what the user is told.
   *
   * @param status for an outcome that breaks the contract, with its code
   */
  static void unlessSent(OutcomeSender.Result result, int status, String code) {
    if (result instanceof OutcomeSender.Result.Refused) {
      throw new DeskException(status, code);
    }
    if (result instanceof OutcomeSender.Result.BrokerAway) {
      throw new DeskException(503, "BROKER_AWAY");
    }
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  String sentence(Texts texts) {
    return texts.get("error." + code, arguments == null ? new Object[0] : arguments);
  }
}
