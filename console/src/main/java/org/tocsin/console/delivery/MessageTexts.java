package org.tocsin.console.delivery;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person is sent: the risk by name and the line to call. Nothing of the evidence, no amount,
 * no account, nobody else: a phone lies on tables. Who is suspected is told the rule, not the
 * suspicion.
 */
public final class MessageTexts {

  private static final String GENERAL = "GENERAL";

  private final Properties texts = new Properties();

  /**
   * @param language {@code zh} or {@code en}
   */
  public MessageTexts(String language) {
    String file = "/texts/sms_" + ("en".equals(language) ? "en" : "zh") + ".properties";
    try (Reader in =
        new InputStreamReader(
            MessageTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param lane of the case's newest warning; null while none has arrived
   * @param pattern a row of the catalogue
   * @param segment the group the person belongs to; null while unknown
   * @return the row's text for the segment, else the row's; the lane's for the segment, else the
   *     lane's; else the general one
   */
  public String of(String lane, String pattern, String segment) {
    return Stream.of(pattern, lane, GENERAL)
        .filter(Objects::nonNull)
        .flatMap(about -> Stream.of(about + "." + segment, about))
        .map(texts::getProperty)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
