package org.tocsin.core.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.tocsin.core.codec.Varint;

/**
 * Where the movements of one or several {@link MovementLog}s lie: their bytes one after the other,
 * and beside them a few numbers for each. It only ever grows at its end, so a log that ends there
 * can be continued in the same block without a copy while the shorter logs before it stay as they
 * are; whoever does not end there copies.
 */
final class MovementBlock {

  /** Numbers of an entry: time, two names, amount, and place of its end with its flags. */
  static final int STRIDE = 5;

  private static final int ALIAS = 1;
  private static final int OTHER_ALIAS = 2;
  private static final int AMOUNT = 3;
  private static final int END = 4;
  private static final int FLAG_BITS = 3;
  private static final int IN = 1;
  private static final int MORE_ALIASES = 4;

  /** In what is written only: both names are one. */
  private static final int ONE_NAME = 2;

  /** A share of what is copied is left free, so that a long log is copied once in ten movements. */
  private static final int SLACK_DIVISOR = 4;

  private static final int SLACK_ENTRIES_MIN = 2;

  private final byte[] bytes;
  private final long[] numbers;
  private int count;

  /** A full one, as it was read. */
  MovementBlock(byte[] bytes, long[] numbers) {
    this.bytes = bytes;
    this.numbers = numbers;
    this.count = numbers.length / STRIDE;
  }

  /** An empty one with room for so many entries of so many bytes in all, and some more. */
  static MovementBlock withRoom(int entries, int length) {
    int slack = Math.max(SLACK_ENTRIES_MIN, entries / SLACK_DIVISOR);
    int slackBytes = entries == 0 ? 0 : slack * (length / entries);
    MovementBlock block =
        new MovementBlock(new byte[length + slackBytes], new long[(entries + slack) * STRIDE]);
    block.count = 0;
    return block;
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return count;
  }

  long time(int place) {
    return numbers[place * STRIDE];
  }

  long amount(int place) {
    return numbers[place * STRIDE + AMOUNT];
  }

  boolean in(int place) {
    return (numbers[place * STRIDE + END] & IN) != 0;
  }

  int begin(int place) {
    return place == 0 ? 0 : (int) (numbers[(place - 1) * STRIDE + END] >>> FLAG_BITS);
  }

  /** The bytes of an entry. */
  private int length(int place) {
    return begin(place + 1) - begin(place);
  }

  /**
   * The numbers of a stretch, each in as few bytes as it needs: time since the entry before, flags,
   * one name or two, amount, length. As they lie in memory they were two fifths of a log's bytes.
   */
  void writeNumbers(int from, int to, DataOutput out) throws IOException {
    long before = 0;
    for (int place = from; place < to; place++) {
      int at = place * STRIDE;
      boolean oneName = numbers[at + ALIAS] == numbers[at + OTHER_ALIAS];
      Varint.writeSigned(numbers[at] - before, out);
      out.writeByte((int) (numbers[at + END] & (IN | MORE_ALIASES)) | (oneName ? ONE_NAME : 0));
      out.writeLong(numbers[at + ALIAS]);
      if (!oneName) {
        out.writeLong(numbers[at + OTHER_ALIAS]);
      }
      Varint.writeSigned(numbers[at + AMOUNT], out);
      Varint.writeUnsigned(length(place), out);
      before = numbers[at];
    }
  }

  static long[] readNumbers(int entries, DataInput in) throws IOException {
    long[] numbers = new long[entries * STRIDE];
    long time = 0;
    long end = 0;
    for (int at = 0; at < numbers.length; at += STRIDE) {
      time += Varint.readSigned(in);
      int flags = in.readUnsignedByte();
      numbers[at] = time;
      numbers[at + ALIAS] = in.readLong();
      numbers[at + OTHER_ALIAS] = (flags & ONE_NAME) != 0 ? numbers[at + ALIAS] : in.readLong();
      numbers[at + AMOUNT] = Varint.readSigned(in);
      end += Varint.readUnsigned(in);
      numbers[at + END] = end << FLAG_BITS | (flags & (IN | MORE_ALIASES));
    }
    return numbers;
  }

  /** Whether the entry may have one of the names; it then has to be looked at. */
  boolean mayBeCalled(int place, long[] aliases) {
    int at = place * STRIDE;
    if ((numbers[at + END] & MORE_ALIASES) != 0) {
      return true;
    }
    for (long alias : aliases) {
      if (numbers[at + ALIAS] == alias || numbers[at + OTHER_ALIAS] == alias) {
        return true;
      }
    }
    return false;
  }

  boolean hasRoom(int length) {
    return (count + 1) * STRIDE <= numbers.length && begin(count) + length <= bytes.length;
  }

  void append(Movement moved, byte[] packed) {
    long alias = moved.aliases().length > 0 ? moved.aliases()[0] : 0;
    long other = moved.aliases().length > 1 ? moved.aliases()[1] : alias;
    long flags = (moved.in() ? IN : 0) | (moved.aliases().length > 2 ? MORE_ALIASES : 0);
    int begin = begin(count);
    System.arraycopy(packed, 0, bytes, begin, packed.length);
    int at = count * STRIDE;
    numbers[at] = moved.time();
    numbers[at + ALIAS] = alias;
    numbers[at + OTHER_ALIAS] = other;
    numbers[at + AMOUNT] = moved.amountMinor();
    numbers[at + END] = (long) (begin + packed.length) << FLAG_BITS | flags;
    count++;
  }

  /** Entries of another block. */
  void append(MovementBlock source, int from, int to) {
    int begin = begin(count);
    int sourceBegin = source.begin(from);
    System.arraycopy(source.bytes, sourceBegin, bytes, begin, source.begin(to) - sourceBegin);
    System.arraycopy(source.numbers, from * STRIDE, numbers, count * STRIDE, (to - from) * STRIDE);
    long moved = (long) (begin - sourceBegin) << FLAG_BITS;
    for (int place = count; place < count + to - from; place++) {
      numbers[place * STRIDE + END] += moved;
    }
    count += to - from;
  }
}
