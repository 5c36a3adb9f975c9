package org.tocsin.console.delivery;

import java.io.IOException;
import java.util.Optional;

/** Tells the number behind a token at the moment of sending; nobody keeps what it says. */
@FunctionalInterface
public interface Directory {

  /**
   * @return digits with the country code, without plus; empty when the token has no number
   * @throws IOException when it does not answer
   */
  Optional<String> number(String token) throws IOException;
}
