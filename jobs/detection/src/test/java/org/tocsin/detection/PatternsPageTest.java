package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.core.pattern.Card;
import org.tocsin.core.pattern.Row;
import org.tocsin.core.pattern.Rows;
import org.tocsin.detection.sequence.Sequences;
import org.tocsin.runtime.sequence.NamedSequence;

/**
 * {@code docs/reference/patterns.md} is made from the rows' cards and the rulebook. To make it
 * anew: run this test with {@code -Dtocsin.docs.write=true}.
 */
class PatternsPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("user.dir"))
          .resolve("../../docs/reference/patterns.md")
          .normalize();

  private static final Rows ROWS = Rows.of(Chain.RULES);

  @Test
  void thePageSaysWhatTheRowsSay() throws Exception {
    String page = page();
    if (Boolean.getBoolean("tocsin.docs.write")) {
      write(page);
    }
    assertThat(PAGE).hasContent(page);
  }

  private static void write(String page) throws IOException {
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, page);
  }

  @Test
  void everyRowHasAWholeCard() {
    assertThat(ROWS.all())
        .allSatisfy(
            row -> {
              Card card = row.card();
              assertThat(card.name()).isNotBlank();
              assertThat(card.nameZh()).isNotBlank();
              assertThat(card.sees()).endsWith(".");
              assertThat(card.misses()).endsWith(".");
              assertThat(card.lookAlikes()).isNotEmpty();
              assertThat(card.source()).isNotBlank();
            });
  }

  @Test
  void everySequenceHasItsRowAndEveryRowItsSequences() {
    Set<String> judged =
        ROWS.all().stream()
            .flatMap(row -> row.sequences().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> run =
        Sequences.of(Chain.RULES).stream()
            .map(NamedSequence::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(judged).isEqualTo(run);
  }

  private static String page() throws ReflectiveOperationException {
    StringBuilder page =
        new StringBuilder(
            """
            # Patterns

            Made from the rows' cards and the standard rulebook; a test holds this page to them. What comes after what is in
            `jobs/detection` (`org.tocsin.detection.sequence`), how much is enough in `jobs/core` (`org.tocsin.core.pattern`), and
            where each number comes from stands beside it in `rulebook.yaml`.

            """);
    for (Row row : ROWS.all()) {
      append(row, page);
    }
    appendWeighing(page);
    return page.toString().stripTrailing() + "\n";
  }

  private static void append(Row row, StringBuilder page) throws ReflectiveOperationException {
    Card card = row.card();
    page.append("## %s %s (%s)\n\n".formatted(row.id(), card.name(), card.nameZh()))
        .append("Lane %s. Source: %s.\n\n".formatted(row.lane(), card.source()))
        .append("**Sees.** %s\n\n".formatted(card.sees()))
        .append("**Misses.** %s\n\n".formatted(card.misses()))
        .append("**Looks like it and is not.**\n\n");
    for (String lookAlike : card.lookAlikes()) {
      page.append("- %s.\n".formatted(lookAlike));
    }
    page.append("\n");
    appendSettings(row.settings(), page);
  }

  private static void appendSettings(Object settings, StringBuilder page)
      throws ReflectiveOperationException {
    page.append("| setting | value |\n|---|---|\n");
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(settings);
      page.append("| `%s` | %s |\n".formatted(component.getName(), value));
    }
    page.append("\n");
  }

  private static void appendWeighing(StringBuilder page) throws ReflectiveOperationException {
    page.append(
        """
        ## What weighs across the victims' rows

        Source: domain/victims.md. What these settings say makes no warning by itself and takes none away.

        **Weak signs add up.** A victim's assessment of the lowest level and other signs of the same person within `weakWindow` (a long unknown call, forwarding switched on) make
        it a call when their `weakWeights` reach `weakSumMin`; below a score of `weakScoreMin` an assessment may well be chance and is no sign.

        **Segments.** To whom a card's record says that a person belongs adds `segmentPoints` to the score of the rows named, and to the sum of weak signs. Most victims are 18 to 65
        and belong to none of them.

        **Habits.** A payment at an hour, on a device or from a region that is unusual for its account adds points to the score. Usual is what the account did in the days that its
        movements are remembered for (`profiles.movementMemory`, at most 40 movements): that many days are short, so it weighs little. With fewer than `habitPaymentsMin` payments no
        hour and no region is unusual: who has no past is neither guilty nor invisible.

        **Holds.** A payee paid `profiles.payeeKnownTimes` times in `profiles.payeeMemory` holds back, by whichever account, though not before `profiles.payeeKnownAfter` after the first
        payment: fees to one payee come within a day. Own accounts, registered merchants, trusted numbers and payees confirmed legitimate hold back as well.

        """);
    appendSettings(Chain.RULES.detection().decision(), page);
  }
}
