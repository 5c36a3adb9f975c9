package org.tocsin.core.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.tocsin.core.codec.CodedBy;

/**
 * The latest movements of an account, in event-time order, packed: each is kept as its bytes beside
 * a few numbers by which it is found. An event reads at most one or two of them, so an account with
 * forty costs no more to load, keep and store than its bytes; unpacked objects took a hundred times
 * as long and ten times the room. Immutable: it is a stretch of a {@link MovementBlock}, and what
 * is put in at its end is no part of it but of the log that is given back.
 *
 * <p>Reading it as a list unpacks every element it touches: ask for {@link #between} or look at the
 * numbers first.
 */
@CodedBy(MovementLogCodec.class)
public final class MovementLog extends AbstractList<Movement> implements RandomAccess {

  public static final MovementLog EMPTY =
      new MovementLog(new MovementBlock(new byte[0], new long[0]), 0, 0);

  private final MovementBlock block;
  private final int from;
  private final int to;
  private Movement[] unpacked;

  MovementLog(MovementBlock block, int from, int to) {
    this.block = block;
    this.from = from;
    this.to = to;
  }

  /** Of movements in event-time order. */
  public static MovementLog of(List<Movement> movements) {
    if (movements instanceof MovementLog log) {
      return log;
    }
    MovementLog log = EMPTY;
    for (Movement each : movements) {
      log = log.inserted(log.size(), each);
    }
    return log;
  }

  MovementBlock block() {
    return block;
  }

  /** The place in the block of the first movement. */
  int from() {
    return from;
  }

  /** The place in the block after the last movement. */
  int to() {
    return to;
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public Movement get(int place) {
    if (unpacked == null) {
      unpacked = new Movement[size()];
    }
    if (unpacked[place] == null) {
      unpacked[place] = MovementLogCodec.unpacked(block.bytes(), block.begin(from + place));
    }
    return unpacked[place];
  }

  /** Lets go of what was unpacked while an event was looked at. */
  void pack() {
    unpacked = null;
  }

  long timeAt(int place) {
    return block.time(from + place);
  }

  long amountAt(int place) {
    return block.amount(from + place);
  }

  boolean inAt(int place) {
    return block.in(from + place);
  }

  /** The place of the first movement at this time or later; the size when there is none. */
  int firstFrom(long time) {
    int place = size();
    while (place > 0 && timeAt(place - 1) >= time) {
      place--;
    }
    return place;
  }

  /** The movements of a span of time, both ends included. */
  public List<Movement> between(long from, long to) {
    int first = firstFrom(from);
    int after = first;
    while (after < size() && timeAt(after) <= to) {
      after++;
    }
    return subList(first, after);
  }

  /** Whether a movement of this name and direction may be here; it then has to be looked at. */
  boolean mayBe(int place, boolean in, long[] aliases) {
    return inAt(place) == in && block.mayBeCalled(from + place, aliases);
  }

  /** With one movement in the place of another, or more, in order of time and id. */
  MovementLog with(Movement replaced, Movement moved) {
    MovementLog log = replaced == null ? this : without(replaced);
    int place = log.size();
    while (place > 0
        && (log.timeAt(place - 1) > moved.time()
            || (log.timeAt(place - 1) == moved.time()
                && log.get(place - 1).eventId().compareTo(moved.eventId()) > 0))) {
      place--;
    }
    return log.inserted(place, moved);
  }

  MovementLog without(Movement gone) {
    for (int place = 0; place < size(); place++) {
      if (timeAt(place) == gone.time() && get(place).equals(gone)) {
        MovementBlock fresh = MovementBlock.withRoom(size() - 1, length());
        fresh.append(block, from, from + place);
        fresh.append(block, from + place + 1, to);
        return new MovementLog(fresh, 0, size() - 1);
      }
    }
    return this;
  }

  /** Without what is older, and without the oldest that are too many. */
  MovementLog since(long oldest, int most) {
    int first = Math.max(0, size() - most);
    while (first < size() && timeAt(first) < oldest) {
      first++;
    }
    if (first == 0) {
      return this;
    }
    MovementLog rest = new MovementLog(block, from + first, to);
    rest.unpacked = unpacked == null ? null : Arrays.copyOfRange(unpacked, first, unpacked.length);
    return rest;
  }

  /** Bytes of all movements. */
  int length() {
    return block.begin(to) - block.begin(from);
  }

  private MovementLog inserted(int place, Movement moved) {
    byte[] packed = MovementLogCodec.packed(moved);
    MovementLog longer;
    if (place == size() && to == block.count() && block.hasRoom(packed.length)) {
      block.append(moved, packed);
      longer = new MovementLog(block, from, to + 1);
    } else {
      MovementBlock fresh = MovementBlock.withRoom(size() + 1, length() + packed.length);
      fresh.append(block, from, from + place);
      fresh.append(moved, packed);
      fresh.append(block, from + place, to);
      longer = new MovementLog(fresh, 0, size() + 1);
    }
    // Who looks at it in this turn finds the one that was put in, and need not unpack it.
    longer.unpacked = new Movement[size() + 1];
    if (unpacked != null) {
      System.arraycopy(unpacked, 0, longer.unpacked, 0, place);
      System.arraycopy(unpacked, place, longer.unpacked, place + 1, size() - place);
    }
    longer.unpacked[place] = moved;
    return longer;
  }

  static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("a movement cannot be packed or unpacked", e);
  }
}
