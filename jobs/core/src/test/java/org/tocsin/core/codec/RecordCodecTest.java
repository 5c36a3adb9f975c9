package org.tocsin.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read, also by a later version; what only a later version knows is refused. */
class RecordCodecTest {

  enum Colour {
    RED,
    GREEN
  }

  record Inner(String name, int count) {}

  sealed interface Shape permits Circle, Square {}

  record Circle(long radius) implements Shape {}

  record Square(long side) implements Shape {}

  record All(
      String text,
      long number,
      Long boxed,
      int small,
      Integer boxedSmall,
      boolean flag,
      Boolean boxedFlag,
      double share,
      Double boxedShare,
      Colour colour,
      Inner inner,
      Shape shape,
      List<Inner> list,
      Map<String, Colour> map,
      long[] ring) {}

  private static final All FULL =
      new All(
          "text",
          -7,
          Long.MIN_VALUE,
          Integer.MIN_VALUE,
          Integer.MAX_VALUE,
          true,
          false,
          -0.5,
          Double.MAX_VALUE,
          Colour.GREEN,
          new Inner("inner", 3),
          new Square(9),
          List.of(new Inner("a", 1), new Inner(null, 0)),
          Map.of("k", Colour.RED),
          new long[] {1, -1, Long.MAX_VALUE});

  private static final All EMPTY =
      new All(
          null,
          0,
          null,
          0,
          null,
          false,
          null,
          0,
          null,
          null,
          null,
          null,
          List.of(),
          Map.of(),
          new long[0]);

  static <T> byte[] write(Codec<T> codec, T value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    codec.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  static <T> T read(Codec<T> codec, byte[] bytes) throws IOException {
    return codec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static <T> T roundTrip(Codec<T> codec, T value) throws IOException {
    return read(codec, write(codec, value));
  }

  @Test
  void every_kind_of_component_comes_back() throws IOException {
    assertThat(roundTrip(Codec.of(All.class), FULL)).usingRecursiveComparison().isEqualTo(FULL);
  }

  @Test
  void what_is_absent_comes_back_absent_and_costs_a_bit() throws IOException {
    byte[] bytes = write(Codec.of(All.class), EMPTY);

    assertThat(bytes).hasSizeLessThanOrEqualTo(2);
    assertThat(read(Codec.of(All.class), bytes)).usingRecursiveComparison().isEqualTo(EMPTY);
  }

  @Test
  void a_boxed_zero_is_not_null() throws IOException {
    record Boxes(Long number, Integer small, Boolean flag) {}

    Boxes zeros = new Boxes(0L, 0, false);

    assertThat(roundTrip(Codec.of(Boxes.class), zeros)).isEqualTo(zeros);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "全国反诈中心", "é", "mixed 中 text", "\u0000", "😀"})
  void texts_of_any_script_come_back(String text) throws IOException {
    String longer = text.repeat(3_000);

    assertThat(roundTrip(Codec.of(Inner.class), new Inner(text, 1)).name()).isEqualTo(text);
    assertThat(roundTrip(Codec.of(Inner.class), new Inner(longer, 1)).name()).isEqualTo(longer);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 127, 128, Long.MAX_VALUE, Long.MIN_VALUE})
  void numbers_of_any_size_come_back(long number) throws IOException {
    assertThat(roundTrip(Codec.of(Circle.class), new Circle(number)).radius()).isEqualTo(number);
  }

  record First(String a, long b) {}

  record Second(String a, long b, String c, List<String> d, int e) {}

  @Test
  void bytes_from_before_a_component_was_appended_are_read_without_it() throws IOException {
    byte[] old = write(Codec.of(First.class), new First("x", 5));

    assertThat(read(Codec.of(Second.class), old)).isEqualTo(new Second("x", 5, null, List.of(), 0));
  }

  @Test
  void bytes_of_a_newer_version_are_refused() throws IOException {
    byte[] newer = write(Codec.of(Second.class), new Second("x", 5, "y", List.of("z"), 1));

    assertThatThrownBy(() -> read(Codec.of(First.class), newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 components by a newer version; this one knows 2");
  }

  enum Fewer {
    RED
  }

  record WithColour(Colour colour) {}

  record WithFewer(Fewer colour) {}

  @Test
  void a_constant_of_a_newer_version_is_refused() throws IOException {
    byte[] newer = write(Codec.of(WithColour.class), new WithColour(Colour.GREEN));

    assertThatThrownBy(() -> read(Codec.of(WithFewer.class), newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void a_member_of_a_newer_version_is_refused() {
    byte[] newer = {2, 1, 1, 2};

    assertThatThrownBy(() -> read(Codec.of(Shape.class), newer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("member 2 of Shape is of a newer version");
  }

  @Test
  void a_record_that_refuses_its_values_says_why() throws IOException {
    record Any(long value) {}

    record Positive(long value) {
      Positive {
        if (value < 0) {
          throw new IllegalArgumentException("negative");
        }
      }
    }

    byte[] bytes = write(Codec.of(Any.class), new Any(-1));

    assertThatThrownBy(() -> read(Codec.of(Positive.class), bytes))
        .hasMessageContaining("negative");
  }

  @Test
  void a_list_that_was_read_cannot_be_changed() throws IOException {
    All read = roundTrip(Codec.of(All.class), FULL);

    assertThatThrownBy(() -> read.list().add(null))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.map().put("x", Colour.RED))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_type_without_a_codec_is_refused_when_it_is_asked_for() {
    record Odd(StringBuilder text) {}

    assertThatThrownBy(() -> Codec.of(Odd.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no codec for a component of type");
    assertThatThrownBy(() -> Codec.of(String.class))
        .hasMessageContaining("neither a record nor a sealed interface");
  }
}
