package org.tocsin.console.web;

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
