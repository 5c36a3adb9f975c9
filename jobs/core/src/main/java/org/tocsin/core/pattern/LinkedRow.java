package org.tocsin.core.pattern;

import java.util.List;
import java.util.Optional;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.warning.Lane;

/**
 * A row that is no sequence of one person's signals: the linking job finds it from letters between
 * accounts (org.tocsin.core.links), or it is two other rows of one person together.
 */
abstract class LinkedRow implements Row {

  private static final long serialVersionUID = 1L;

  @Override
  public Lane lane() {
    return Lane.MULE;
  }

  @Override
  public List<String> sequences() {
    return List.of();
  }

  @Override
  public Optional<Assessment> judge(Match match, View view) {
    return Optional.empty();
  }
}
