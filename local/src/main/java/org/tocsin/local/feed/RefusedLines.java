package org.tocsin.local.feed;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tocsin.runtime.wire.Rejection;

/** The lines that were not sent: counted by code, the first of them named. */
final class RefusedLines implements Consumer<Rejection> {

  private static final int NAMED_MAX = 20;

  private final Map<String, Long> byCode = new TreeMap<>();
  private final List<String> named = new ArrayList<>();
  private long count;

  @Override
  public void accept(Rejection refused) {
    count++;
    byCode.merge(refused.reasonCode().name(), 1L, Long::sum);
    if (named.size() < NAMED_MAX) {
      named.add(
          "  %s line %s: %s: %s"
              .formatted(
                  refused.stream(), refused.position(), refused.reasonCode(), refused.reason()));
    }
  }

  void report(PrintStream out) {
    if (count == 0) {
      return;
    }
    out.printf("not sent, because refused: %s%n", byCode);
    named.forEach(out::println);
    if (count > named.size()) {
      out.printf("  and %,d more%n", count - named.size());
    }
  }
}
