package org.tocsin.core.profile;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Stream;
import org.tocsin.core.event.Transaction;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.id.Ids;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.signal.SignalBuilder;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Trait;

/** Signals about one movement of an account. */
final class AccountSignals {

  private AccountSignals() {}

  /** A signal with all that the movement says; the caller adds what its kind means. */
  static SignalBuilder of(
      SignalKind kind, AccountProfile profile, Movement moved, int strength, String what) {
    return SignalBuilder.builder()
        .signalId(Ids.of(kind, profile.token(), moved.flow()))
        .kind(kind)
        .subjectKind(SubjectKind.ACCOUNT)
        .subject(profile.token())
        .person(null)
        .eventTime(moved.time())
        .endTime(moved.time())
        .strength(strength)
        .amountMinor(moved.amountMinor())
        .balanceMinor(moved.balanceMinor())
        .other(moved.other() == null ? null : EntityKey.account(moved.other()))
        .otherHolder(moved.otherHolder())
        .traits(traits(profile, moved))
        .transactionKind(moved.kind())
        .region(moved.region())
        .evidence(evidence(moved, what));
  }

  /** The same signal told again, to say that it no longer holds. */
  static Signal undone(Signal signal) {
    List<Trait> traits = new ArrayList<>(signal.traits());
    traits.add(Trait.REVERSED);
    return SignalBuilder.builder(signal).traits(traits).build();
  }

  /** The device that the latest of them was paid from; null when none is known. */
  static String device(List<Movement> outs) {
    String device = null;
    for (Movement out : outs) {
      device = out.device() == null ? device : out.device();
    }
    return device;
  }

  static List<Evidence> evidence(Movement moved, String what) {
    Evidence first =
        new Evidence(Stream.TRANSACTION, moved.source(), moved.eventId(), moved.time(), what);
    if (moved.settledBy() == null) {
      return List.of(first);
    }
    return List.of(
        first,
        new Evidence(
            Stream.TRANSACTION,
            moved.source(),
            moved.settledBy(),
            moved.settledAt(),
            "it was settled"));
  }

  private static List<Trait> traits(AccountProfile profile, Movement moved) {
    List<Trait> traits = new ArrayList<>(4);
    if (moved.result() == Transaction.Result.PENDING) {
      traits.add(Trait.PENDING);
    }
    if (moved.own()) {
      traits.add(Trait.OWN);
    }
    if (moved.novelty() == Movement.Novelty.FRESH) {
      traits.add(Trait.REPEATED);
    } else if (moved.novelty() == Movement.Novelty.KNOWN) {
      traits.add(Trait.KNOWN_PAYEE);
    }
    if (moved.acquainted()) {
      traits.add(Trait.RELATED);
    }
    if (moved.merchant()) {
      traits.add(Trait.MERCHANT);
    }
    if (!profile.personal()) {
      traits.add(Trait.BUSINESS);
    }
    if (profile.holder() == Holder.COMPANY) {
      traits.add(Trait.COMPANY);
    }
    return traits;
  }
}
