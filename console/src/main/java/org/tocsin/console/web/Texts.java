package org.tocsin.console.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** The desk's words in one language. */
public final class Texts {

  public static final Texts ZH = load("zh");
  public static final Texts EN = load("en");

  private final String language;
  private final Properties words;

  private Texts(String language, Properties words) {
    this.language = language;
    this.words = words;
  }

  private static Texts load(String language) {
    Properties words = new Properties();
    String file = "/texts/desk_" + language + ".properties";
    try (Reader in =
        new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Texts(language, words);
  }

  /** The texts of {@code zh} or {@code en}; of {@code en} for anything else. */
  public static Texts of(String language) {
    return "zh".equals(language) ? ZH : EN;
  }

  /** {@code zh} or {@code en}. */
  public String language() {
    return language;
  }

  /** For the page's lang attribute. */
  public String tag() {
    return language.equals("zh") ? "zh-CN" : "en";
  }

  public boolean chinese() {
    return language.equals("zh");
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  /**
   * @param arguments put in for {@code {0}}, {@code {1}}, …
   * @throws IllegalArgumentException when there is no such text: a page must never show a bare key
   */
  public String get(String key, Object... arguments) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** The word for a value of the contract; the value itself when it is newer than this desk. */
  public String word(String group, Object value) {
    return value == null ? "" : words.getProperty(group + "." + value, value.toString());
  }

  /** The one of the two that is in this language. */
  public String pick(String zh, String en) {
    return chinese() ? zh : en;
  }
}
