package org.tocsin.core.profile;

import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.PhoneCardRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.SignalKind;

/** A phone whose calls are forwarded is called by many that it does not know (P6). */
final class Relays implements PhoneObserver {

  private static final long serialVersionUID = 1L;

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    boolean incoming = Calls.isCall(call) && profile.token().equals(call.callee());
    PhoneProfile changed = incoming ? profile : forwarded(profile, call);
    if (changed.forwardedAt() == 0 || (!incoming && call.kind() != Call.Kind.FORWARDING_ON)) {
      return changed;
    }
    PhoneCardRules.P6 settings = rules.detection().phoneCards().p6();
    long from = changed.forwardedAt();
    long to = from + settings.within().toMillis();
    int unknown = changed.window().callersBetween(from, to, hash -> isUnknown(changed, hash));
    return unknown < settings.callersMin()
        ? changed
        : Bursts.tell(
            changed,
            Bursts.RELAY,
            SignalKind.RELAY,
            true,
            unknown,
            call,
            Math.max(Calls.start(call), Math.min(changed.window().newest(), to)),
            "one more unknown caller of a forwarded phone",
            told);
  }

  private static PhoneProfile forwarded(PhoneProfile profile, Call call) {
    boolean on = call.kind() == Call.Kind.FORWARDING_ON;
    boolean off = call.kind() == Call.Kind.FORWARDING_OFF;
    if ((!on && !off) || call.eventTime() < profile.forwardedAt()) {
      return profile;
    }
    return PhoneProfileBuilder.builder(profile).forwardedAt(on ? call.eventTime() : 0).build();
  }

  /** Never spoken with before the calls were forwarded. */
  private static boolean isUnknown(PhoneProfile profile, long hash) {
    int place = profile.contacts().find(hash);
    return place < 0 || profile.contacts().firstAt(place) >= profile.forwardedAt();
  }
}
