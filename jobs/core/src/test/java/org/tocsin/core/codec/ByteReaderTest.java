package org.tocsin.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What one writes the other reads, from any place and however often the array had to grow. */
class ByteReaderTest {

  @Test
  void readsWhatWasWritten() throws IOException {
    ByteWriter out = new ByteWriter(1);
    out.writeByte(-3);
    out.writeBoolean(true);
    out.writeShort(-4);
    out.writeChar('元');
    out.writeInt(Integer.MIN_VALUE);
    out.writeLong(Long.MAX_VALUE);
    out.writeFloat(0.5f);
    out.writeDouble(-0.25);
    out.write(new byte[] {9, 8, 7}, 1, 2);

    ByteReader in = new ByteReader(out.toBytes(), 1);

    assertThat(in.readBoolean()).isTrue();
    assertThat(in.readShort()).isEqualTo((short) -4);
    assertThat(in.readChar()).isEqualTo('元');
    assertThat(in.readInt()).isEqualTo(Integer.MIN_VALUE);
    assertThat(in.readLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(in.readFloat()).isEqualTo(0.5f);
    assertThat(in.readDouble()).isEqualTo(-0.25);
    byte[] rest = new byte[2];
    in.readFully(rest);
    assertThat(rest).containsExactly(8, 7);
  }

  @Test
  void whatIsCutShortIsAnEnd() throws IOException {
    ByteReader in = new ByteReader(new byte[] {-1, -2, -3}, 0);

    assertThat(in.readUnsignedShort()).isEqualTo(0xFFFE);
    assertThatExceptionOfType(EOFException.class).isThrownBy(in::readInt);
    assertThat(in.skipBytes(5)).isEqualTo(1);
    assertThatExceptionOfType(EOFException.class).isThrownBy(in::readUnsignedByte);
  }
}
