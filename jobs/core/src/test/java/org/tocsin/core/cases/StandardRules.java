package org.tocsin.core.cases;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.util.List;
import org.tocsin.core.rulebook.BreakerRules;
import org.tocsin.core.rulebook.DissuasionRules;
import org.tocsin.core.rulebook.DissuasionRules.CallRules;
import org.tocsin.core.rulebook.DissuasionRules.CallingHours;
import org.tocsin.core.rulebook.DissuasionRules.Dispatch;
import org.tocsin.core.rulebook.DissuasionRules.GradeRules;
import org.tocsin.core.rulebook.DissuasionRules.OverdueRules;
import org.tocsin.core.rulebook.DissuasionRules.StopRequest;
import org.tocsin.core.rulebook.DissuasionRules.StopRules;
import org.tocsin.core.rulebook.DissuasionRules.SupervisionRules;
import org.tocsin.core.rulebook.Unit;
import org.tocsin.core.warning.Grade;

/** "Grades and times" of domain/dissuasion.md, by hand: core reads no file. */
final class StandardRules {

  static final String ZONE = "Asia/Shanghai";

  private StandardRules() {}

  static DissuasionRules dissuasion() {
    return dissuasion(List.of());
  }

  static DissuasionRules dissuasion(List<Unit> units) {
    return new DissuasionRules(
        grade(
            calls(1, 3, 3, 10),
            Dispatch.AT_ONCE,
            ofMinutes(30),
            StopRequest.AT_ONCE,
            1,
            3,
            List.of(ofHours(24), ofDays(7))),
        grade(
            calls(5, 15, 1, 60),
            Dispatch.AT_ONCE,
            ofHours(2),
            StopRequest.IF_MONEY_MOVED,
            4,
            15,
            List.of(ofHours(24))),
        grade(
            calls(30, 240, 1, 240),
            Dispatch.WHEN_UNREACHED,
            ofHours(4),
            StopRequest.NEVER,
            24,
            240,
            List.of(ofDays(7))),
        new GradeRules(
            ofMinutes(1),
            null,
            Dispatch.NEVER,
            Dispatch.NEVER,
            ofHours(24),
            false,
            StopRequest.NEVER,
            ofHours(24),
            ofHours(24),
            List.of(ofDays(7)),
            5),
        new OverdueRules(50, 100, 150),
        new CallingHours(8, 22, List.of(Grade.MEDIUM, Grade.LOW)),
        new SupervisionRules(ofHours(24), 7),
        new StopRules(ofHours(48), ofHours(6), 2, ofDays(180), ofDays(200)),
        3,
        2,
        3,
        ofHours(4),
        ofHours(24),
        ofMinutes(10),
        ofMinutes(3),
        ofHours(24),
        ofDays(7),
        ofDays(30),
        units,
        ofMinutes(10),
        new BreakerRules(ofHours(1), ofDays(7), ofHours(24), 300, 5.0, 2_000, ofHours(4)));
  }

  private static CallRules calls(int first, int all, int rounds, int pause) {
    return new CallRules(
        ofMinutes(first), 3, ofMinutes(all), ofMinutes(all), rounds, ofMinutes(pause));
  }

  private static GradeRules grade(
      CallRules calls,
      Dispatch visit,
      Duration visitWithin,
      StopRequest stop,
      int concludeHours,
      int unconvincedMinutes,
      List<Duration> followUps) {
    return new GradeRules(
        ofMinutes(1),
        calls,
        stop == StopRequest.AT_ONCE ? Dispatch.AT_ONCE : Dispatch.WHEN_UNREACHED,
        visit,
        visitWithin,
        visit == Dispatch.WHEN_UNREACHED,
        stop,
        ofHours(concludeHours),
        ofMinutes(unconvincedMinutes),
        followUps,
        100);
  }
}
