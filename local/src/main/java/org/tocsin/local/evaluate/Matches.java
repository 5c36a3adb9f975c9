package org.tocsin.local.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.local.evaluate.LabelFile.Label;
import org.tocsin.local.evaluate.WarningFile.Warning;

/**
 * Which warning belongs to which label: of the same lane, and resting on an event of it, or naming
 * its person or its subject once it has started. An application is warned of before the card is
 * opened, where a label may have its start.
 */
final class Matches {
  private final Map<String, List<Label>> byName = new HashMap<>();
  private final Map<String, List<Label>> byEvent = new HashMap<>();
  private final Map<Label, List<Warning>> warningsOf = new LinkedHashMap<>();
  private final Set<String> matched = new HashSet<>();
  private final Set<String> labelledElsewhere = new HashSet<>();

  Matches(Collection<Label> labels, Collection<Warning> warnings) {
    for (Label label : labels) {
      warningsOf.put(label, new ArrayList<>());
      index(byName, label.person(), label);
      index(byName, label.subject(), label);
      label.events().forEach(event -> index(byEvent, event, label));
    }
    warnings.forEach(this::match);
  }

  /** In order of time. */
  List<Warning> of(Label label) {
    List<Warning> warnings = warningsOf.get(label);
    warnings.sort((a, b) -> Long.compare(a.time(), b.time()));
    return warnings;
  }

  boolean matched(Warning warning) {
    return matched.contains(warning.warningId());
  }

  /** Belongs to no label of its lane, but names what a label is about. */
  boolean onLabelled(Warning warning) {
    return labelledElsewhere.contains(warning.warningId());
  }

  private void match(Warning warning) {
    for (Label label : candidates(warning)) {
      if (label.lane() == warning.lane() && (hasStarted(label, warning) || isOf(label, warning))) {
        warningsOf.get(label).add(warning);
        matched.add(warning.warningId());
      } else {
        labelledElsewhere.add(warning.warningId());
      }
    }
  }

  private static boolean hasStarted(Label label, Warning warning) {
    return warning.time() >= label.startTime();
  }

  private static boolean isOf(Label label, Warning warning) {
    return warning.evidence().stream().anyMatch(label.events()::contains);
  }

  private Set<Label> candidates(Warning warning) {
    Set<Label> candidates = new LinkedHashSet<>();
    candidates.addAll(byName.getOrDefault(String.valueOf(warning.person()), List.of()));
    candidates.addAll(byName.getOrDefault(String.valueOf(warning.subject()), List.of()));
    for (String event : warning.evidence()) {
      candidates.addAll(byEvent.getOrDefault(event, List.of()));
    }
    return candidates;
  }

  private static void index(Map<String, List<Label>> index, String key, Label label) {
    if (key != null) {
      List<Label> labels = index.computeIfAbsent(key, k -> new ArrayList<>());
      if (!labels.contains(label)) {
        labels.add(label);
      }
    }
  }
}
