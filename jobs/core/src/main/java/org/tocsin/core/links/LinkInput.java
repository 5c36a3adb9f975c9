package org.tocsin.core.links;

import org.tocsin.core.event.Event;
import org.tocsin.core.warning.Warning;

/** What the linking job reads. New members go at the end: bytes in flight carry the place. */
public sealed interface LinkInput
    permits LinkInput.EventSeen, LinkInput.WarningSeen, LinkInput.MailSeen {

  /** Epoch milliseconds. */
  long time();

  /** A transaction, an opening, a clue or an outcome; other events are passed over. */
  record EventSeen(Event event) implements LinkInput {

    @Override
    public long time() {
      return event.eventTime();
    }
  }

  /** A letter that detection has written. */
  record MailSeen(Mail mail) implements LinkInput {

    @Override
    public long time() {
      return mail.time();
    }
  }

  /** A warning from detection. */
  record WarningSeen(Warning warning) implements LinkInput {

    @Override
    public long time() {
      return warning.eventTime();
    }
  }
}
