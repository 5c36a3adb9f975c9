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
 * as long and ten times the room. Immutable.
 *
 * <p>Reading it as a list unpacks every element it touches: ask for {@link #between} or look at the
 * numbers first.
 */
@CodedBy(MovementLogCodec.class)
public final class MovementLog extends AbstractList<Movement> implements RandomAccess {

  /** Numbers of an entry: time, two names, amount, and place of its end with its flags. */
  static final int STRIDE = 5;

  private static final int ALIAS = 1;
  private static final int OTHER_ALIAS = 2;
  private static final int AMOUNT = 3;
  private static final int END = 4;
  private static final int FLAG_BITS = 3;
  private static final int IN = 1;
  private static final int MORE_ALIASES = 4;

  public static final MovementLog EMPTY = new MovementLog(new byte[0], new long[0]);

  private final byte[] bytes;
  private final long[] numbers;
  private Movement[] unpacked;

  MovementLog(byte[] bytes, long[] numbers) {
    this.bytes = bytes;
    this.numbers = numbers;
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

  byte[] bytes() {
    return bytes;
  }

  long[] numbers() {
    return numbers;
  }

  @Override
  public int size() {
    return numbers.length / STRIDE;
  }

  @Override
  public Movement get(int place) {
    if (unpacked == null) {
      unpacked = new Movement[size()];
    }
    if (unpacked[place] == null) {
      unpacked[place] = MovementLogCodec.unpacked(bytes, begin(place));
    }
    return unpacked[place];
  }

  /** Lets go of what was unpacked while an event was looked at. */
  void pack() {
    unpacked = null;
  }

  long timeAt(int place) {
    return numbers[place * STRIDE];
  }

  long amountAt(int place) {
    return numbers[place * STRIDE + AMOUNT];
  }

  boolean inAt(int place) {
    return (numbers[place * STRIDE + END] & IN) != 0;
  }

  private int begin(int place) {
    return place == 0 ? 0 : end(place - 1);
  }

  private int end(int place) {
    return (int) (numbers[place * STRIDE + END] >>> FLAG_BITS);
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
    if (inAt(place) != in) {
      return false;
    }
    if ((numbers[place * STRIDE + END] & MORE_ALIASES) != 0) {
      return true;
    }
    for (long alias : aliases) {
      if (numbers[place * STRIDE + ALIAS] == alias
          || numbers[place * STRIDE + OTHER_ALIAS] == alias) {
        return true;
      }
    }
    return false;
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
        return cut(0, place).joined(cut(place + 1, size()));
      }
    }
    return this;
  }

  /** Without what is older, and without the oldest that are too many. */
  MovementLog since(long oldest, int most) {
    int from = Math.max(0, size() - most);
    while (from < size() && timeAt(from) < oldest) {
      from++;
    }
    return from == 0 ? this : cut(from, size());
  }

  private MovementLog inserted(int place, Movement moved) {
    byte[] packed = MovementLogCodec.packed(moved);
    long alias = moved.aliases().length > 0 ? moved.aliases()[0] : 0;
    long other = moved.aliases().length > 1 ? moved.aliases()[1] : alias;
    long flags = (moved.in() ? IN : 0) | (moved.aliases().length > 2 ? MORE_ALIASES : 0);
    MovementLog one =
        new MovementLog(
            packed,
            new long[] {
              moved.time(),
              alias,
              other,
              moved.amountMinor(),
              (long) packed.length << FLAG_BITS | flags
            });
    // Who looks at it in this turn finds the one that was put in, and need not unpack it.
    one.unpacked = new Movement[] {moved};
    return place == size() ? joined(one) : cut(0, place).joined(one).joined(cut(place, size()));
  }

  private MovementLog cut(int from, int to) {
    if (from >= to) {
      return EMPTY;
    }
    int begin = begin(from);
    long[] some = Arrays.copyOfRange(numbers, from * STRIDE, to * STRIDE);
    for (int i = END; begin > 0 && i < some.length; i += STRIDE) {
      some[i] -= (long) begin << FLAG_BITS;
    }
    MovementLog cut = new MovementLog(Arrays.copyOfRange(bytes, begin, end(to - 1)), some);
    cut.unpacked = unpacked == null ? null : Arrays.copyOfRange(unpacked, from, to);
    return cut;
  }

  private MovementLog joined(MovementLog more) {
    if (more.numbers.length == 0) {
      return this;
    } else if (numbers.length == 0) {
      return more;
    }
    byte[] allBytes = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
    System.arraycopy(more.bytes, 0, allBytes, bytes.length, more.bytes.length);
    long[] all = Arrays.copyOf(numbers, numbers.length + more.numbers.length);
    System.arraycopy(more.numbers, 0, all, numbers.length, more.numbers.length);
    for (int i = numbers.length + END; i < all.length; i += STRIDE) {
      all[i] += (long) bytes.length << FLAG_BITS;
    }
    MovementLog joined = new MovementLog(allBytes, all);
    if (unpacked != null || more.unpacked != null) {
      joined.unpacked =
          unpacked == null ? new Movement[joined.size()] : Arrays.copyOf(unpacked, joined.size());
      if (more.unpacked != null) {
        System.arraycopy(more.unpacked, 0, joined.unpacked, size(), more.size());
      }
    }
    return joined;
  }

  static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("a movement cannot be packed or unpacked", e);
  }
}
