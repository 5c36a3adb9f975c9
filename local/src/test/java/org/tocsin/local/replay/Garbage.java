package org.tocsin.local.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lines nobody should send: random bytes, and good records with something done to them. */
final class Garbage {

  private static final int LINE_MAX = 64 * 1024;

  private final List<String> good;
  private final Random random;

  Garbage(List<String> good, long seed) {
    this.good = good;
    this.random = new Random(seed);
  }

  /** One line, without line ends in it. */
  byte[] line() {
    byte[] line =
        switch (random.nextInt(30)) {
          case 0 -> ("x".repeat(LINE_MAX) + random.nextInt()).getBytes(StandardCharsets.UTF_8);
          case 1, 2 -> "[".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8);
          case 3, 4, 5, 6 -> bytes(random.nextInt(300));
          case 7, 8, 9, 10 -> swapped(pick());
          case 11, 12, 13 -> Arrays.copyOf(pick(), random.nextInt(pick().length));
          case 14, 15, 16 -> (text() + text()).getBytes(StandardCharsets.UTF_8);
          case 17, 18, 19, 20, 21 -> flipped(pick());
          default -> replaced();
        };
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
    }
    return line;
  }

  private String text() {
    return good.get(random.nextInt(good.size()));
  }

  private byte[] pick() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] swapped(byte[] line) {
    int a = random.nextInt(line.length);
    int b = random.nextInt(line.length);
    byte kept = line[a];
    line[a] = line[b];
    line[b] = kept;
    return line;
  }

  private byte[] flipped(byte[] line) {
    for (int i = 0; i < 3; i++) {
      line[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return line;
  }

  /** Another value where one stood, in any field. */
  private byte[] replaced() {
    String[] values = {
      "null", "-1", "1e400", "{}", "[[]]", "true", "\"\"", "\"OVER\"", "9".repeat(400)
    };
    String[] fields = text().split("(?<=,)", -1);
    int field = random.nextInt(fields.length);
    String value = values[random.nextInt(values.length)];
    fields[field] = fields[field].replaceFirst(":(\"[^\"]*\"|[0-9]+)", ":" + value);
    return String.join("", fields).getBytes(StandardCharsets.UTF_8);
  }
}
