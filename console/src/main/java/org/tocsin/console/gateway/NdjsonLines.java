package org.tocsin.console.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a body into lines; the last one may do without its line end. */
final class NdjsonLines {

  private NdjsonLines() {}

  static List<byte[]> split(byte[] body) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < body.length; i++) {
      if (body[i] == '\n') {
        lines.add(line(body, start, i));
        start = i + 1;
      }
    }
    if (start < body.length) {
      lines.add(line(body, start, body.length));
    }
    return lines;
  }

  private static byte[] line(byte[] body, int from, int to) {
    boolean carriageReturn = to > from && body[to - 1] == '\r';
    return Arrays.copyOfRange(body, from, carriageReturn ? to - 1 : to);
  }
}
