package org.tocsin.console.web;

/**
 * What every page has around it.
 *
 * @param user null before the sign-in
 * @param csrf the token each form carries; never null
 * @param theme {@code dark}, {@code light} or {@code auto}
 * @param notice a sentence about what was just done; null if none
 * @param waiting warnings in the operator's queue; 0 before the sign-in
 * @param here the page's own path and query, to come back to
 */
public record Shell(
    Texts texts,
    Moments moments,
    String user,
    Role role,
    String csrf,
    String theme,
    String notice,
    long waiting,
    String here) {

  public String t(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  public String word(String group, Object value) {
    return texts.word(group, value);
  }

  public String reason(String reasonCode) {
    return Because.reason(texts, reasonCode);
  }

  public boolean supervisor() {
    return role == Role.SUPERVISOR;
  }
}
