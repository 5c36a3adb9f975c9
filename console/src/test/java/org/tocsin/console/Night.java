package org.tocsin.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.fixture.Wiring;

/** A night's cases, for pictures. */
final class Night {

  private record Row(
      String pattern,
      String lane,
      String grade,
      String tier,
      long yuan,
      String region,
      String zh,
      String en) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "V1",
              "VICTIM",
              "URGENT",
              "IN_PERSON",
              200_000,
              "370602",
              "与境外号码通话 47 分钟，呼叫转移已开启，正向首次收款人转账 ¥200,000。",
              "On the phone with a foreign number for 47 min, forwarding switched on, ¥200,000 is"
                  + " going to a first-time payee."),
          new Row(
              "V2",
              "VICTIM",
              "URGENT",
              "IN_PERSON",
              110_000,
              "370613",
              "通话中 2 小时内从 3 家机构借款 ¥110,000，已向陌生账户转出 ¥36,000。",
              "Borrowed ¥110,000 from 3 lenders within 2 h of an unknown call; ¥36,000 already sent"
                  + " on to strangers."),
          new Row(
              "V3",
              "VICTIM",
              "HIGH",
              "IN_PERSON",
              30_000,
              "370611",
              "刷单返利：付 ¥100 返 ¥113 两次后，向新账户转账 ¥3,000 和 ¥27,000。",
              "Task rebate: after two tests of ¥100 that came back as ¥113, ¥3,000 and ¥27,000 went"
                  + " to new payees."),
          new Row(
              "B2",
              "MULE",
              "MEDIUM",
              "CALL",
              58_600,
              "370602",
              "快进快出：24 小时内 3 次，转入 ¥58,600，10 分钟内转出 98%，余额 ¥42。",
              "Fast in, fast out: 3 times in 24 h, ¥58,600 in, 98% out within 10 min, ¥42 left."),
          new Row(
              "P1",
              "MULE",
              "MEDIUM",
              "CALL",
              0,
              "370681",
              "开卡 6 天的号码 24 小时内呼叫 43 个不同号码，呼出占比 97%。",
              "A SIM of 6 days called 43 different numbers in 24 h, 97% of its calls outgoing."),
          new Row(
              "O3",
              "OPENING",
              "LOW",
              "SMS",
              0,
              "370634",
              "30 天内 4 人开卡时留用同一联系电话。",
              "4 persons gave one contact phone when opening cards within 30 d."));

  private static final List<String> STATES =
      List.of("OPEN", "OPEN", "CONTACTED", "OPEN", "SUPERVISED", "ON_WATCH", "DISSUADED");

  private static final List<String> COLOURS =
      List.of("NONE", "RED", "YELLOW", "BLUE", "NONE", "NONE", "YELLOW");

  private Night() {}

  static void tell(Wiring jobs) {
    for (int i = 1; i <= 23; i++) {
      tell(jobs, i, ROWS.get((i - 1) % ROWS.size()));
    }
  }

  private static void tell(Wiring jobs, int number, Row row) {
    String caseId = "night-" + number;
    Instant at = Instant.now().minus(Duration.ofMinutes(number * 7L - 4));
    String person = "p-%04x".formatted(number * 7919);
    ObjectNode warning = Samples.warning(caseId, 1, at);
    warning.put("pattern", row.pattern()).put("lane", row.lane()).put("person", person);
    warning.put("grade", row.grade()).put("tier", row.tier()).put("region", row.region());
    warning.putObject("reason").put("zh", row.zh()).put("en", row.en());
    ((ObjectNode) warning.get("advice").get(0))
        .put("account", "a-%04x".formatted(number % 8 * 997));
    if (row.yuan() == 0) {
      warning.putNull("amountAtRiskMinor");
    } else {
      warning.put("amountAtRiskMinor", row.yuan() * 100 + number * 1300L);
    }
    jobs.tell(Topics.WARNINGS, warning);
    String state = STATES.get(number % STATES.size());
    ObjectNode change = Samples.caseChange(caseId, 1, state, at);
    change.put("person", person).put("grade", row.grade()).put("tier", row.tier());
    jobs.tell(Topics.CASES, change);
    String colour = COLOURS.get(number % COLOURS.size());
    Instant due =
        Instant.now()
            .plusSeconds(
                colour.equals("NONE") || colour.equals("BLUE") ? 300L * number : -60L * number);
    if (!state.equals("ON_WATCH") && !state.equals("DISSUADED")) {
      jobs.tell(
          Topics.TASKS,
          Samples.task(caseId, number % 3 == 0 ? "VISIT" : "CALL", "OPEN", colour, due)
              .put("unit", number % 2 == 0 ? "ZHIFU" : "LAISHAN"));
    }
    if (number == 1) {
      jobs.tell(
          Topics.CASES,
          Samples.caseChange(caseId, 2, state, at)
              .put("person", person)
              .put("grade", row.grade())
              .put("because", "HAND_OVER_OFFERED:CALL LAISHAN > ZHIFU"));
    }
    if (number % 5 == 0) {
      jobs.tell(
          Topics.TASKS, Samples.task(caseId, "FAMILY", "OPEN", "NONE", due).put("unit", "ZHIFU"));
    }
    if (number % 4 == 0) {
      jobs.tell(Topics.CASES, closed(caseId, person, row, at.plusSeconds(90)));
    }
  }

  private static ObjectNode closed(String caseId, String person, Row row, Instant at) {
    ObjectNode change = Samples.caseChange(caseId, 2, "CLOSED", at).put("person", person);
    change.put("grade", row.grade()).put("tier", row.tier());
    return change.put("conclusion", "SCAM_STOPPED");
  }
}
