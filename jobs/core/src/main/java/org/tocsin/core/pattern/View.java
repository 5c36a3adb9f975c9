package org.tocsin.core.pattern;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Usual;

/**
 * What a row may look at beside the match.
 *
 * @param person the person; null while unknown
 * @param signals the person's history without what is held back (known payees, own accounts,
 *     trusted callers), in (time, id) order
 * @param own accounts and phones of the person
 * @param usual what each of the person's accounts usually pays
 * @param purchaseAt when the person last paid a merchant, as far as heard of, epoch milliseconds; 0
 *     for never
 * @param now the event time for which it is judged: of the signal just told, or a time waited for
 *     ({@link Row#ripening}), epoch milliseconds
 * @param heldBack the rest of the history: what something takes the suspicion out of
 */
public record View(
    String person,
    List<Signal> signals,
    List<String> own,
    List<Usual> usual,
    long purchaseAt,
    long now,
    List<Signal> heldBack) {

  public List<Signal> of(SignalKind kind) {
    return of(kind, signal -> true);
  }

  public List<Signal> of(SignalKind kind, Predicate<Signal> which) {
    return signals.stream().filter(s -> s.kind() == kind && which.test(s)).toList();
  }

  public List<Signal> of(Set<SignalKind> kinds, Predicate<Signal> which) {
    return signals.stream().filter(s -> kinds.contains(s.kind()) && which.test(s)).toList();
  }

  public boolean isOwn(String token) {
    return own.contains(token);
  }
}
