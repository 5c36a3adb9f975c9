package org.tocsin.core.detect;

import java.util.List;
import org.tocsin.core.event.Stream;
import org.tocsin.core.id.EntityKind;
import org.tocsin.core.profile.AccountFold;
import org.tocsin.core.profile.AccountProfile;
import org.tocsin.core.profile.AccountProfileBuilder;
import org.tocsin.core.profile.ContactFold;
import org.tocsin.core.profile.ContactProfile;
import org.tocsin.core.profile.OutletFold;
import org.tocsin.core.profile.OutletProfile;
import org.tocsin.core.profile.PersonFold;
import org.tocsin.core.profile.PersonProfile;
import org.tocsin.core.profile.PersonProfileBuilder;
import org.tocsin.core.profile.PhoneFold;
import org.tocsin.core.profile.PhoneProfile;
import org.tocsin.core.profile.PhoneProfileBuilder;
import org.tocsin.core.profile.Profile;
import org.tocsin.core.profile.Seen;
import org.tocsin.core.profile.Told;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;

/** Keyed by entity: folds each event into the profile of an entity it concerns. */
public final class ProfileStage implements Stage<Routed, Profile, Message> {

  private static final long serialVersionUID = 1L;
  private final Rulebook rules;

  public ProfileStage(Rulebook rules) {
    this.rules = rules;
  }

  @Override
  public Profile onInput(long key, Profile state, Routed input, Turn<Message> turn) {
    Profile profile = state == null ? unknown(input.kind(), input.token()) : state;
    long mark = Seen.mark(input.event());
    Seen.Copy copy = profile.seen().copyOf(mark);
    if (copy != Seen.Copy.NONE) {
      if (input.primary()) {
        countCopy(copy, input.event().stream(), turn);
      }
      return profile;
    }
    if (input.primary()) {
      turn.count(Counts.used(input.event().stream()));
    }
    Profile seen = withSeen(profile, profile.seen().with(mark));
    return observe(seen, input, new TurnTold(turn, input.primary()));
  }

  private static void countCopy(Seen.Copy copy, Stream stream, Turn<Message> turn) {
    turn.count(Counts.duplicates(stream));
    if (copy == Seen.Copy.DIFFERENT) {
      turn.count(Counts.conflicts(stream));
    }
  }

  @Override
  public List<String> counted() {
    return Counts.ofProfiles();
  }

  @Override
  public Profile onTime(long key, Profile state, Turn<Message> turn) {
    return state;
  }

  private static Profile unknown(EntityKind kind, String token) {
    return switch (kind) {
      case ACCOUNT -> AccountProfile.unknown(token);
      case PHONE -> PhoneProfile.unknown(token);
      case PERSON -> PersonProfile.unknown(token);
      case CONTACT -> ContactProfile.unknown(token);
      case OUTLET -> OutletProfile.unknown(token);
      case IMEI, CELL -> throw new IllegalArgumentException("no profile is kept of a " + kind);
      case TRACE, CLUSTER, COHORT -> throw new IllegalArgumentException("a link has no profile");
    };
  }

  private Profile observe(Profile profile, Routed input, Told told) {
    if (profile instanceof AccountProfile account) {
      return AccountFold.observe(account, input.event(), rules, told);
    } else if (profile instanceof PhoneProfile phone) {
      return PhoneFold.observe(phone, input.event(), rules, told);
    } else if (profile instanceof ContactProfile contact) {
      return ContactFold.observe(contact, input.event(), rules, told);
    } else if (profile instanceof OutletProfile outlet) {
      return OutletFold.observe(outlet, input.event(), rules, told);
    }
    return PersonFold.observe((PersonProfile) profile, input.event(), rules, told);
  }

  private static Profile withSeen(Profile profile, Seen seen) {
    if (profile instanceof AccountProfile account) {
      return AccountProfileBuilder.builder(account).seen(seen).build();
    } else if (profile instanceof PhoneProfile phone) {
      return PhoneProfileBuilder.builder(phone).seen(seen).build();
    } else if (profile instanceof ContactProfile contact) {
      return new ContactProfile(contact.token(), seen, contact.uses());
    } else if (profile instanceof OutletProfile outlet) {
      return new OutletProfile(outlet.token(), seen, outlet.visits());
    }
    return PersonProfileBuilder.builder((PersonProfile) profile).seen(seen).build();
  }

  /** Says on what a fold noticed; what concerns a whole event is counted once. */
  private record TurnTold(Turn<Message> turn, boolean primary) implements Told {
    @Override
    public void tell(Message message) {
      boolean late =
          message instanceof Signal signal && OpenCalls.isToldLate(signal, turn.watermark());
      if (!late) {
        turn.emit(message);
      }
    }

    @Override
    public void count(String metric) {
      if (primary) {
        turn.count(metric);
      }
    }
  }
}
