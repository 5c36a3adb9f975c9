package org.tocsin.core.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.codec.ByteReader;
import org.tocsin.core.codec.ByteWriter;
import org.tocsin.core.codec.Codec;
import org.tocsin.core.codec.Varint;

/**
 * The form of a {@link MovementLog}: 255, how many, how many bytes, the numbers, the bytes. Earlier
 * ones are read too: 0, and the numbers as they lie in memory; and in version 1.0 a plain list,
 * which begins with its length and is never empty.
 */
final class MovementLogCodec implements Codec<MovementLog> {

  private static final Codec<Movement> ONE = Codec.of(Movement.class);
  private static final int PACKED = 255;
  private static final int PACKED_WIDE = 0;
  private static final int USUAL_BYTES = 160;

  static byte[] packed(Movement moved) {
    try {
      ByteWriter bytes = new ByteWriter(USUAL_BYTES);
      ONE.write(moved, bytes);
      return bytes.toBytes();
    } catch (IOException e) {
      throw MovementLog.unreadable(e);
    }
  }

  static Movement unpacked(byte[] bytes, int begin) {
    try {
      return ONE.read(new ByteReader(bytes, begin));
    } catch (IOException e) {
      throw MovementLog.unreadable(e);
    }
  }

  @Override
  public void write(MovementLog log, DataOutput out) throws IOException {
    out.writeByte(PACKED);
    Varint.writeUnsigned(log.size(), out);
    Varint.writeUnsigned(log.length(), out);
    MovementBlock block = log.block();
    block.writeNumbers(log.from(), log.to(), out);
    out.write(block.bytes(), block.begin(log.from()), log.length());
  }

  @Override
  public MovementLog read(DataInput in) throws IOException {
    int first = in.readUnsignedByte();
    if (first == PACKED_WIDE) {
      return wide(in);
    } else if (first != PACKED) {
      return plain(first, in);
    }
    int size = (int) Varint.readUnsigned(in);
    byte[] bytes = new byte[(int) Varint.readUnsigned(in)];
    long[] numbers = MovementBlock.readNumbers(size, in);
    in.readFully(bytes);
    return new MovementLog(new MovementBlock(bytes, numbers), 0, size);
  }

  private static MovementLog wide(DataInput in) throws IOException {
    int size = in.readUnsignedShort();
    byte[] bytes = new byte[in.readInt()];
    long[] numbers = new long[size * MovementBlock.STRIDE];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    in.readFully(bytes);
    return new MovementLog(new MovementBlock(bytes, numbers), 0, size);
  }

  /** The length was written in seven bits: version 1.0 kept at most 40. */
  private static MovementLog plain(int size, DataInput in) throws IOException {
    List<Movement> movements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      movements.add(ONE.read(in));
    }
    return MovementLog.of(movements);
  }

  @Override
  public Class<MovementLog> type() {
    return MovementLog.class;
  }
}
