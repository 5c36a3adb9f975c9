package org.tocsin.local.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines come out whole and numbered, however the file ends them and however long they are. */
class LineReaderTest {

  private static final int MAX = 10;

  @Test
  void aLastLineWithoutAnEndIsALine() throws IOException {
    assertThat(lines("one\ntwo")).containsExactly("1:one", "2:two");
  }

  @Test
  void anEndAfterTheLastLineMakesNoFurtherLine() throws IOException {
    assertThat(lines("one\ntwo\n")).containsExactly("1:one", "2:two");
  }

  @Test
  void carriageReturnsBelongToTheEnd() throws IOException {
    assertThat(lines("one\r\ntwo\r\n")).containsExactly("1:one", "2:two");
  }

  @Test
  void aByteOrderMarkBelongsToTheFile() throws IOException {
    assertThat(lines("\uFEFFone\n\uFEFFtwo")).containsExactly("1:one", "2:\uFEFFtwo");
  }

  @Test
  void blankLinesAreLinesSoThatNoneIsLostUncounted() throws IOException {
    assertThat(lines("one\n\n  \nfour")).containsExactly("1:one", "2:", "3:  ", "4:four");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void anEmptyFileHasNoLines(String content) throws IOException {
    assertThat(lines(content)).isEmpty();
  }

  @Test
  void ofALineThatIsTooLongOneByteMoreThanAllowedIsKept() throws IOException {
    assertThat(lines("0123456789\n0123456789A\n0123456789ABCDEF\r\nnext"))
        .containsExactly("1:0123456789", "2:0123456789A", "3:0123456789A", "4:next");
  }

  @Test
  void aLineOfTheGreatestLengthMayEndInACarriageReturn() throws IOException {
    assertThat(lines("0123456789\r\nnext")).containsExactly("1:0123456789", "2:next");
  }

  @Test
  void bytesThatAreNoTextComeOutAsTheyWere() throws IOException {
    byte[] bytes = {(byte) 0xC3, (byte) 0x28, '\n'};

    LineReader.Line line = new LineReader(new ByteArrayInputStream(bytes), MAX).next();

    assertThat(line.bytes()).containsExactly(0xC3, 0x28);
  }

  @Test
  void aHugeLineIsReadWithoutBeingKept() throws IOException {
    InputStream huge = new Endless(200_000_000L);

    try (LineReader reader = new LineReader(huge, 1 << 16)) {
      assertThat(reader.next().bytes()).hasSize((1 << 16) + 1);
      assertThat(reader.next()).isNull();
    }
  }

  private static List<String> lines(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes), MAX)) {
      for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
        lines.add(line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8));
      }
    }
    return lines;
  }

  /** One line of that many bytes. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = (int) Math.min(left, length);
      Arrays.fill(into, from, from + count, (byte) 'x');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
