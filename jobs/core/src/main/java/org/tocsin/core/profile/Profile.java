package org.tocsin.core.profile;

/**
 * What is known of one entity, folded from its events. State stores the place in the clause: new
 * kinds go at the end.
 */
public sealed interface Profile
    permits AccountProfile, PhoneProfile, PersonProfile, ContactProfile, OutletProfile {

  Seen seen();
}
