package org.tocsin.core.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.core.event.Outcome;

/**
 * The life-cycle of a case is what docs/reference/case-lifecycle.md says. {@code
 * -Dtocsin.docs.write=true} writes the page anew.
 */
class CaseLifecyclePageTest {

  private static final Path PAGE = root().resolve("docs/reference/case-lifecycle.md");

  @Test
  void thePageIsTheMatrixOfTheCode() throws IOException {
    String page = page();
    if (Boolean.getBoolean("tocsin.docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  @Test
  void whatTheMatrixDoesNotAllowIsRefusedAtTheDoor() {
    for (CaseMove move : CaseMove.values()) {
      for (CaseState state : CaseState.values()) {
        if (move.to(state).isEmpty()) {
          assertThatThrownBy(() -> move.pass(state)).isInstanceOf(IllegalStateException.class);
        } else {
          assertThat(move.pass(state)).isEqualTo(move.to(state).get());
        }
      }
    }
  }

  @Test
  void fromEveryStateThereIsAWayToTheEnd() {
    for (CaseState state : CaseState.values()) {
      assertThat(state == CaseState.CLOSED || CaseMove.CLOSE.to(state).isPresent()).isTrue();
    }
  }

  @Test
  void theDrawingNamesEveryStateAndEveryMove() throws IOException {
    String source =
        Files.readString(
            root().resolve("jobs/core/src/main/java/org/tocsin/core/cases/CaseMove.java"));
    String drawing = source.substring(source.indexOf("<pre>"), source.indexOf("</pre>"));
    assertThat(CaseState.values()).allMatch(state -> drawing.contains(state.name()));
    assertThat(CaseMove.values()).allMatch(move -> drawing.contains(move.name()));
  }

  @Test
  void theDrawingSaysOfEveryStateButClosedWhereItCanGo() {
    for (CaseState state : CaseState.values()) {
      boolean open = state != CaseState.CLOSED;
      assertThat(CaseMove.WATCH.to(state).isPresent()).isEqualTo(open);
      assertThat(CaseMove.DOUBT.to(state).isPresent()).isEqualTo(open);
      assertThat(CaseMove.SUPERVISE.to(state).isPresent()).isEqualTo(open);
      assertThat(CaseMove.CLOSE.to(state).isPresent()).isEqualTo(open);
      assertThat(CaseMove.REOPEN.to(state).isPresent()).isEqualTo(!open);
      assertThat(CaseMove.WARN.to(state)).as("a warning is never refused").isPresent();
    }
  }

  private static String page() {
    return """
        # The life of a case

        Written from the code and checked by `CaseLifecyclePageTest`. A case is in one of these states. An empty
        cell is a move that is refused.

        """
        + moves()
        + """

        What is no state but derived, so that it can never disagree with the tasks:

        | | derived from |
        |---|---|
        | overdue | the worst colour of the case's open tasks |
        | snoozed | no task of it is to be done now: it has none open, or only follow-ups that have no colour yet |
        | mine | the unit on an open task is one of the user's, or the user recorded the last outcome |

        """
        + """

        | move | when |
        |---|---|
        """
        + Arrays.stream(CaseMove.values())
            .map(move -> "| " + move + " | " + move.says() + " |\n")
            .collect(Collectors.joining())
        + """

        ## What an outcome means

        By step and result. A conclusion, where one is given, goes before the result; SCAM_STOPPED after an SMS is
        none, an SMS never counts as dissuaded.

        """
        + meanings();
  }

  private static String moves() {
    StringBuilder table = new StringBuilder("| from |");
    Arrays.stream(CaseMove.values()).forEach(move -> table.append(' ').append(move).append(" |"));
    table.append("\n|---|").append("---|".repeat(CaseMove.values().length)).append('\n');
    row(table, "(no case)", null);
    Arrays.stream(CaseState.values()).forEach(state -> row(table, state.name(), state));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, CaseState from) {
    table.append("| ").append(name).append(" |");
    for (CaseMove move : CaseMove.values()) {
      table.append(' ').append(move.to(from).map(CaseState::name).orElse("")).append(" |");
    }
    table.append('\n');
  }

  private static String meanings() {
    StringBuilder table = new StringBuilder("| result |");
    Arrays.stream(Outcome.Step.values()).forEach(s -> table.append(' ').append(s).append(" |"));
    table.append("\n|---|").append("---|".repeat(Outcome.Step.values().length)).append('\n');
    for (Outcome.Result result : Outcome.Result.values()) {
      table.append("| ").append(result).append(" |");
      for (Outcome.Step step : Outcome.Step.values()) {
        table.append(' ').append(OutcomeMeaning.of(step, result)).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("LICENSE"))) {
      here = here.getParent();
    }
    return here;
  }
}
