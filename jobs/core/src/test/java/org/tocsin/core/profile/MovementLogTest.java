package org.tocsin.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.codec.ByteReader;
import org.tocsin.core.codec.ByteWriter;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.event.Holder;
import org.tocsin.core.event.Transaction;

/** A packed log is a list of movements in order of time and id, whatever is done to it. */
class MovementLogTest {

  private static final Comparator<Movement> ORDER =
      Comparator.comparingLong(Movement::time).thenComparing(Movement::eventId);

  private static Movement movement(int number, long time) {
    return MovementBuilder.builder()
        .source("bank")
        .eventId("e%03d".formatted(number))
        .aliases(new long[] {number, -number, 7L * number})
        .time(time)
        .in(number % 2 == 0)
        .kind(Transaction.Kind.TRANSFER)
        .amountMinor(100L * number)
        .other("other-" + number)
        .otherHolder(Holder.PERSON)
        .result(Transaction.Result.SETTLED)
        .novelty(Movement.Novelty.FIRST)
        .flowName(number % 3 == 0 ? null : "flow-" + number)
        .reporter(Movement.Reporter.PAYER)
        .build();
  }

  @Test
  void itIsTheListThatItStandsFor() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      MovementLog log = MovementLog.EMPTY;
      List<Movement> plain = new ArrayList<>();
      for (int number = 1; number <= 60; number++) {
        Movement moved = movement(number, random.nextInt(40));
        Movement replaced =
            plain.isEmpty() || random.nextInt(4) > 0
                ? null
                : plain.get(random.nextInt(plain.size()));
        log = log.with(replaced, moved);
        plain.remove(replaced);
        plain.add(moved);
        plain.sort(ORDER);
        if (random.nextInt(5) == 0) {
          log.pack();
        }
        if (log.size() > 20) {
          log = log.since(5, 20);
          plain = new ArrayList<>(plain.subList(plain.size() - 20, plain.size()));
          plain.removeIf(each -> each.time() < 5);
        }
        assertThat(log).as("seed %d", seed).containsExactlyElementsOf(plain);
      }
      log.pack();
      assertThat(log).as("seed %d", seed).containsExactlyElementsOf(plain);
      int low = random.nextInt(40);
      int high = low + random.nextInt(10);
      plain.removeIf(each -> each.time() < low || each.time() > high);
      assertThat(log.between(low, high)).containsExactlyElementsOf(plain);
    }
  }

  @Test
  void whatWasPutInIsFoundUntilTheTurnIsOver() {
    Movement first = movement(1, 10);
    Movement second = movement(2, 20);

    MovementLog log = MovementLog.EMPTY.with(null, second).with(null, first).since(0, 40);

    assertThat(log.get(0)).isSameAs(first);
    assertThat(log.get(1)).isSameAs(second);
    log.pack();
    assertThat(log.get(1)).isNotSameAs(second).isEqualTo(second);
  }

  @Test
  void whatFollowsOneLogIsNoPartOfIt() {
    MovementLog shared = MovementLog.of(List.of(movement(1, 10), movement(2, 20)));

    MovementLog one = shared.with(null, movement(3, 30));
    MovementLog other = shared.with(null, movement(4, 40));
    MovementLog longer = one.with(null, movement(5, 50));

    assertThat(shared).containsExactly(movement(1, 10), movement(2, 20));
    assertThat(one).containsExactly(movement(1, 10), movement(2, 20), movement(3, 30));
    assertThat(other).containsExactly(movement(1, 10), movement(2, 20), movement(4, 40));
    assertThat(longer.since(15, 40))
        .containsExactly(movement(2, 20), movement(3, 30), movement(5, 50));
  }

  @Test
  void whatWasCutIsNotWritten() throws IOException {
    MovementLog log = MovementLog.EMPTY;
    for (int number = 1; number <= 30; number++) {
      log = log.with(null, movement(number, number)).since(number - 7, 8);
    }
    ByteWriter cut = new ByteWriter(16);
    new MovementLogCodec().write(log, cut);
    ByteWriter plain = new ByteWriter(16);
    new MovementLogCodec().write(MovementLog.of(new ArrayList<>(log)), plain);

    assertThat(cut.toBytes()).isEqualTo(plain.toBytes());
    assertThat(new MovementLogCodec().read(new ByteReader(cut.toBytes(), 0))).isEqualTo(log);
  }

  @Test
  void itIsReadAsItWasWritten() throws IOException {
    MovementLog log = MovementLog.of(List.of(movement(1, 10), movement(2, 20)));
    ByteWriter out = new ByteWriter(16);

    new MovementLogCodec().write(log, out);

    assertThat(new MovementLogCodec().read(new ByteReader(out.toBytes(), 0))).isEqualTo(log);
  }

  /** Numbers far apart, small, large and negative; one name, two, three. */
  @Test
  void everyNumberIsReadAsItWasWritten() throws IOException {
    List<Movement> movements = new ArrayList<>();
    for (long[] aliases : new long[][] {{}, {1}, {Long.MIN_VALUE, -1}, {3, 4, 5}}) {
      for (long amount : new long[] {0, 1, 127, 128, 99_999_999_999L}) {
        long time = movements.isEmpty() ? -5 : 1_772_380_800_000L + 86_400_000L * movements.size();
        movements.add(
            MovementBuilder.builder(movement(movements.size(), time))
                .aliases(aliases)
                .amountMinor(amount)
                .build());
      }
    }
    MovementLog log = MovementLog.of(movements);
    ByteWriter out = new ByteWriter(16);
    new MovementLogCodec().write(log, out);

    MovementLog read = new MovementLogCodec().read(new ByteReader(out.toBytes(), 0));

    assertThat(read).isEqualTo(movements);
    for (int place = 0; place < movements.size(); place++) {
      Movement moved = movements.get(place);
      assertThat(read.timeAt(place)).isEqualTo(moved.time());
      assertThat(read.amountAt(place)).isEqualTo(moved.amountMinor());
      assertThat(read.inAt(place)).isEqualTo(moved.in());
      assertThat(read.mayBe(place, moved.in(), moved.aliases()))
          .isEqualTo(moved.aliases().length > 0);
    }
  }

  @Test
  void numbersAsTheyLayInMemoryAreReadToo() throws IOException {
    List<Movement> movements = List.of(movement(1, 10), movement(2, 20));
    ByteWriter out = new ByteWriter(16);
    byte[][] packed = movements.stream().map(MovementLogCodec::packed).toArray(byte[][]::new);
    out.writeByte(0);
    out.writeShort(movements.size());
    out.writeInt(packed[0].length + packed[1].length);
    long end = 0;
    for (int place = 0; place < packed.length; place++) {
      Movement moved = movements.get(place);
      end += packed[place].length;
      int in = moved.in() ? 1 : 0;
      int threeNames = 4;
      out.writeLong(moved.time());
      out.writeLong(moved.aliases()[0]);
      out.writeLong(moved.aliases()[1]);
      out.writeLong(moved.amountMinor());
      out.writeLong(end << 3 | in | threeNames);
    }
    for (byte[] each : packed) {
      out.write(each);
    }

    MovementLog read = new MovementLogCodec().read(new ByteReader(out.toBytes(), 0));

    assertThat(read).isEqualTo(movements);
    assertThat(read.with(null, movement(3, 30))).hasSize(3).startsWith(movement(1, 10));
  }

  /** Kept once: most flows go by the name of their record. */
  @Test
  void aFlowGoesByTheNameOfItsRecordUnlessItHasAnother() {
    assertThat(movement(3, 10).flow()).isEqualTo("bank/e003");
    assertThat(movement(4, 10).flow()).isEqualTo("flow-4");
  }

  @Test
  void aPlainListOfAnEarlierVersionIsReadToo() throws IOException {
    ByteWriter out = new ByteWriter(16);
    out.writeByte(2);
    Codec.of(Movement.class).write(movement(1, 10), out);
    Codec.of(Movement.class).write(movement(2, 20), out);

    MovementLog read =
        new MovementLogCodec().read(new DataInputStream(new ByteArrayInputStream(out.toBytes())));

    assertThat(read).containsExactly(movement(1, 10), movement(2, 20));
  }
}
