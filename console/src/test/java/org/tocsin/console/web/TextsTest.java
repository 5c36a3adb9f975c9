package org.tocsin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.console.store.AuditStore;
import org.tocsin.core.cases.AdviceChange;
import org.tocsin.core.cases.CaseState;
import org.tocsin.core.cases.Task;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.event.CardOpening;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.id.SubjectKind;
import org.tocsin.core.warning.Advice;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Lane;
import org.tocsin.core.warning.Tier;

class TextsTest {

  private static final Pattern USED = Pattern.compile("\\.t\\((?:[^\"()]*\\? )?\"([a-zA-Z.]+)\"");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(Texts.ZH.keys()).isEqualTo(Texts.EN.keys());
  }

  @Test
  void everyPlaceholderStandsInBothLanguages() {
    for (String key : Texts.EN.keys()) {
      assertThat(placeholders(Texts.ZH.get(key)))
          .as(key)
          .isEqualTo(placeholders(Texts.EN.get(key)));
    }
  }

  @Test
  void everyValueOfTheContractHasAWord() {
    assertWords("grade", Grade.values());
    assertWords("tier", Tier.values());
    assertWords("lane", Lane.values());
    assertWords("state", CaseState.values());
    assertWords("task", Task.Kind.values());
    assertWords("taskState", Task.State.values());
    assertWords("overdue", Task.Overdue.values());
    assertWords("step", Outcome.Step.values());
    assertWords("result", Outcome.Result.values());
    assertWords("conclusion", Outcome.Conclusion.values());
    assertWords("advice", Advice.Kind.values());
    assertWords("adviceState", AdviceChange.State.values());
    assertWords("subject", SubjectKind.values());
    assertWords("hold", Finding.Reason.values());
    assertWords("segment", CardOpening.Segment.values());
    assertWords("address", CardOpening.Segment.values());
    assertWords("role", Role.values());
    assertWords("action", AuditStore.Action.values());
    for (org.tocsin.core.event.Stream stream : org.tocsin.core.event.Stream.values()) {
      assertThat(Texts.ZH.keys()).contains("stream." + stream.topic());
    }
  }

  @Test
  void everyTextThatATemplateNamesExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        Matcher used = USED.matcher(Files.readString(template));
        while (used.find()) {
          boolean prefix = used.group(1).endsWith(".");
          if (!prefix && !Texts.EN.keys().contains(used.group(1))) {
            missing.add(template.getFileName() + ": " + used.group(1));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void assertWords(String group, Enum<?>[] values) {
    assertThat(Texts.EN.keys())
        .containsAll(Arrays.stream(values).map(value -> group + "." + value.name()).toList());
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
