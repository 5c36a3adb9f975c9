package org.tocsin.core.cases;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.rulebook.DissuasionRules.GradeRules;
import org.tocsin.core.warning.Level;

/**
 * One case file while it is worked on at one moment: what is read, changed and told goes through
 * here. State changes only through {@link #move}.
 */
final class CaseTurn {

  final DissuasionRules rules;
  final ZoneId zone;
  private final Consumer<CaseOutput> out;
  private final Consumer<String> counter;
  private CaseFile file;
  private long at;

  CaseTurn(
      CaseFile file,
      DissuasionRules rules,
      ZoneId zone,
      Consumer<CaseOutput> out,
      Consumer<String> counter) {
    this.file = file;
    this.rules = rules;
    this.zone = zone;
    this.out = out;
    this.counter = counter;
    this.at = file.clock();
  }

  CaseFile file() {
    return file;
  }

  void file(CaseFile changed) {
    file = changed;
  }

  Dossier dossier() {
    return file.dossier();
  }

  void dossier(Dossier changed) {
    file = CaseFileBuilder.builder(file).dossier(changed).build();
  }

  DossierBuilder edit() {
    return DossierBuilder.builder(dossier());
  }

  long at() {
    return at;
  }

  /** Time never goes back: what comes late is applied when the file last changed. */
  void at(long time) {
    at = Math.max(time, file.clock());
    file = CaseFileBuilder.builder(file).clock(at).build();
  }

  GradeRules grade() {
    return rules.of(dossier().level().grade());
  }

  boolean open() {
    return dossier() != null && !dossier().closed();
  }

  void emit(CaseOutput output) {
    out.accept(output);
  }

  void count(String metric) {
    counter.accept(metric);
  }

  /** Takes the state through the guarded door. */
  void move(CaseMove move) {
    dossier(edit().state(move.pass(dossier().state())).build());
  }

  void level(Level level) {
    dossier(edit().level(level).build());
  }

  void conclude(Outcome.Conclusion conclusion) {
    dossier(edit().conclusion(conclusion).build());
  }

  /** Tells how the case stands now, as its next revision. */
  void tell(String because) {
    dossier(edit().revision(dossier().revision() + 1).changedAt(at).build());
    Dossier now = dossier();
    out.accept(
        new CaseChange(
            now.caseId(),
            file.owner(),
            now.state(),
            now.revision(),
            now.level().grade(),
            now.level().tier(),
            now.openedAt(),
            now.changedAt(),
            because,
            now.conclusion()));
  }

  void ring(Alarm.Kind kind, long time) {
    List<Alarm> alarms = without(kind);
    alarms.add(new Alarm(kind, time));
    dossier(edit().alarms(alarms).build());
  }

  void ringIn(Alarm.Kind kind, Duration after) {
    ring(kind, at + after.toMillis());
  }

  void silence(Alarm.Kind... kinds) {
    for (Alarm.Kind kind : kinds) {
      dossier(edit().alarms(without(kind)).build());
    }
  }

  void silenceAll() {
    silence(Alarm.Kind.values());
  }

  Optional<Alarm> alarm(Alarm.Kind kind) {
    return dossier().alarms().stream().filter(alarm -> alarm.kind() == kind).findFirst();
  }

  private List<Alarm> without(Alarm.Kind kind) {
    List<Alarm> alarms = new ArrayList<>(dossier().alarms());
    alarms.removeIf(alarm -> alarm.kind() == kind);
    return alarms;
  }
}
