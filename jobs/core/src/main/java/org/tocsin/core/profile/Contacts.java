package org.tocsin.core.profile;

import org.tocsin.core.event.Call;
import org.tocsin.core.rulebook.Rulebook;

/** Remembers who the phone has spoken with. */
final class Contacts implements PhoneObserver {

  private static final long serialVersionUID = 1L;

  /** Memory is in weeks: of a friend's many calls one in some hours is enough to remember. */
  private static final long FRESH_ENOUGH_MILLIS = 6 * 3_600_000L;

  @Override
  public PhoneProfile observe(PhoneProfile profile, Call call, Rulebook rules, Told told) {
    String peer = Calls.peer(profile, call);
    boolean outgoing = Calls.outgoing(profile, call);
    if (!Calls.isCall(call) || peer == null || !(outgoing || Calls.answered(call))) {
      return profile;
    }
    long memory = rules.detection().profiles().contactMemory().toMillis();
    long hash = EventHash.token(peer);
    long time = Calls.start(call);
    int place = profile.contacts().find(hash);
    if (place >= 0 && Math.abs(time - profile.contacts().lastAt(place)) < FRESH_ENOUGH_MILLIS) {
      return profile;
    }
    if (outgoing && place < 0) {
      // Whoever is called first is no unknown caller when calling back: known from long ago.
      time -= rules.detection().profiles().contactFresh().toMillis() + 1;
    }
    Parties contacts = profile.contacts().with(hash, time, memory, PhoneFold.CONTACTS_MAX);
    PhoneProfileBuilder changed = PhoneProfileBuilder.builder(profile).contacts(contacts);
    return place >= 0 ? changed.build() : changed.past(profile.past().withPeer()).build();
  }
}
