package org.tocsin.detection.sequence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.runtime.sequence.NamedSequence;
import org.tocsin.runtime.sequence.SequenceEngine;

/** Every sequence there is: a new row is one line here and a class beside it. */
public final class Sequences {

  private Sequences() {}

  public static List<NamedSequence> of(Rulebook rules) {
    return Stream.<Function<Rulebook, List<NamedSequence>>>of(
            V1Sequences::of,
            V2Sequences::of,
            V3Sequences::of,
            V9Sequences::of,
            V5Sequences::of,
            V4Sequences::of,
            V6Sequences::of,
            V7Sequences::of,
            V8Sequences::of,
            B1Sequences::of,
            B2Sequences::of,
            B3Sequences::of,
            B4Sequences::of,
            B5Sequences::of,
            B7Sequences::of,
            B8Sequences::of,
            B9Sequences::of,
            B10Sequences::of,
            B12Sequences::of,
            B13Sequences::of,
            P1Sequences::of,
            P2Sequences::of,
            P3Sequences::of,
            P4Sequences::of,
            P5Sequences::of,
            P6Sequences::of,
            P7Sequences::of,
            P8Sequences::of,
            O3Sequences::of,
            O1Sequences::of,
            O2Sequences::of,
            O4Sequences::of,
            O6Sequences::of,
            O7Sequences::of,
            O8Sequences::of)
        .flatMap(row -> row.apply(rules).stream())
        .toList();
  }

  public static SequenceEngine engine(Rulebook rules) {
    return new SequenceEngine(of(rules));
  }
}
