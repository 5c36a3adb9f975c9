package org.tocsin.core.profile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Clue;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.SignalKind;
import org.tocsin.core.signal.Standing;

/**
 * What anyone who deals with an account or phone may know of it, and when each was last said: an
 * older record that arrives later does not overrule a newer one.
 *
 * @param owner null while unknown, or closed
 * @param leads kinds of signals that make it suspect
 * @param crowdedAt when several strangers had last paid it within a day; null when not seen, or
 *     seen so often that it is the account's everyday business
 * @param crowds on how many days that was seen
 * @param contact of a phone: who gave it to a bank; null when nobody did
 */
@RecordBuilder
public record Facts(
    String owner,
    long ownerAt,
    Long openedAt,
    Long listedUntil,
    long listedAt,
    Long trustedUntil,
    long trustedAt,
    List<SignalKind> leads,
    Long crowdedAt,
    int crowds,
    Contact contact) {

  public static final Facts NONE =
      new Facts(null, 0, null, null, 0, null, 0, List.of(), null, 0, null);

  /**
   * Whose contact phone it is.
   *
   * @param person null once several persons have given it: a family's, or a gang's
   * @param time when it was given last
   */
  public record Contact(String person, long time) {}

  public Standing standing() {
    return new Standing(listedUntil, trustedUntil, openedAt, person(), leads, crowdedAt);
  }

  /**
   * Whose it is: the opening's word, and of a phone whose opening nobody has told, the only
   * person's who is reached by it.
   */
  String person() {
    boolean untold = owner == null && ownerAt == 0;
    return untold && contact != null ? contact.person() : owner;
  }

  /** A bank's record that names this phone as its customer's. */
  Facts withContact(CardOpening opening) {
    boolean given =
        opening.step() == CardOpening.Step.OPENED
            || opening.step() == CardOpening.Step.CONTACT_CHANGED;
    if (!given || opening.person() == null) {
      return this;
    }
    boolean same = contact == null || opening.person().equals(contact.person());
    long time =
        contact == null ? opening.eventTime() : Math.max(contact.time(), opening.eventTime());
    return FactsBuilder.builder(this)
        .contact(new Contact(same ? opening.person() : null, time))
        .build();
  }

  public Facts ownedBy(String person, long time) {
    if (time < ownerAt) {
      return this;
    }
    return FactsBuilder.builder(this).owner(person).ownerAt(time).build();
  }

  /** Opened anew, after another opening and not for the same person: whoever has it now is new. */
  boolean issuedAgain(Facts before) {
    return before.openedAt != null
        && openedAt > before.openedAt
        && owner != null
        && !owner.equals(before.owner);
  }

  public Facts with(CardOpening opening) {
    long time = opening.eventTime();
    return switch (opening.step()) {
      case OPENED -> ownedBy(opening.person(), time).opened(time);
      case CONTACT_CHANGED -> ownedBy(opening.person(), time);
      case CLOSED -> ownedBy(null, time);
      case APPLIED, REFUSED -> this;
    };
  }

  private Facts opened(long time) {
    long latest = openedAt == null ? time : Math.max(openedAt, time);
    return FactsBuilder.builder(this).openedAt(latest).build();
  }

  public Facts with(Clue clue) {
    long time = clue.eventTime();
    Long until = clue.until() == null ? Long.MAX_VALUE : clue.until();
    return switch (clue.kind()) {
      case LISTED_PHONE, LISTED_ACCOUNT ->
          time < listedAt
              ? this
              : FactsBuilder.builder(this).listedUntil(until).listedAt(time).build();
      case TRUSTED_PHONE, TRUSTED_ACCOUNT ->
          time < trustedAt
              ? this
              : FactsBuilder.builder(this).trustedUntil(until).trustedAt(time).build();
      case PUNISHED_PERSON, SCAM_REPORT, EXTERNAL_WARNING -> this;
    };
  }

  public Facts lead(SignalKind kind) {
    if (leads.contains(kind)) {
      return this;
    }
    List<SignalKind> more = new ArrayList<>(leads);
    more.add(kind);
    return FactsBuilder.builder(this).leads(List.copyOf(more)).build();
  }

  /**
   * Paid by several strangers within a day, the last of them at {@code time}.
   *
   * @param most days on which that is worth a word
   */
  Facts crowded(long time, int most) {
    long latest = crowdedAt == null ? time : Math.max(crowdedAt, time);
    return FactsBuilder.builder(this)
        .crowdedAt(crowds < most ? latest : null)
        .crowds(Math.min(crowds, most) + 1)
        .build();
  }

  /** Tells what is different from before. */
  void tellChange(Facts before, EntityKey entity, long time, Told told) {
    if (before == this) {
      return;
    }
    boolean newOwner = !Objects.equals(before.person(), person());
    if (newOwner) {
      // An opening overrules what a bank's contact said, though it be older.
      long since = before.contact == null ? time : Math.max(time, before.contact.time());
      told.tell(new Message.TieTold(entity, person(), since));
    }
    boolean otherwise =
        !Objects.equals(before.openedAt, openedAt)
            || !Objects.equals(before.listedUntil, listedUntil)
            || !Objects.equals(before.trustedUntil, trustedUntil)
            || !Objects.equals(before.crowdedAt, crowdedAt)
            || !before.leads.equals(leads);
    if (newOwner || otherwise) {
      told.tell(new Message.StandingTold(entity, standing(), time));
    }
  }
}
