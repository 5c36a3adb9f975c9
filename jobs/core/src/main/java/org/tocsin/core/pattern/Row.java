package org.tocsin.core.pattern;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.sequence.Match;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.warning.Lane;

/**
 * One row of the catalogue (domain/victims.md, domain/mules.md): what it makes of the matches of
 * its sequences. The sequences say what comes after what; how much is enough, for whom, and in
 * which words, is said here. A row keeps nothing.
 */
public interface Row extends Serializable {

  /** As the domain pages name it, such as {@code V1}. */
  String id();

  Lane lane();

  Card card();

  /** Its numbers in the rulebook. */
  Record settings();

  /** The names of the sequences whose matches it judges. */
  List<String> sequences();

  /** Empty when the match does not amount to anything. */
  Optional<Assessment> judge(Match match, View view);

  /**
   * What becomes complete by the passing of time alone, past moments included: at each, the matches
   * of the signal are judged again with that time as {@link View#now}.
   */
  default List<Ripening> ripening(List<Signal> history) {
    return List.of();
  }

  /**
   * @param time epoch milliseconds of event time
   */
  record Ripening(Signal signal, long time) {}

  /** Of two rows of the same level the more specific gives the warning its name. */
  default int specificity() {
    return 0;
  }

  /**
   * Rows of one family tell of the same money: a person is warned of it once, under the name of the
   * most specific.
   */
  default String family() {
    return id();
  }
}
