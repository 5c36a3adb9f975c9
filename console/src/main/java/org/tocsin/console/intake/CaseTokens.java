package org.tocsin.console.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.console.store.IntakeStore;

/** What a record says about who and what belongs together. */
final class CaseTokens {

  private CaseTokens() {}

  /** Accounts and phones of a warning, each with its kind. */
  static Map<String, String> ofWarning(Told told) {
    Map<String, String> tokens = new LinkedHashMap<>();
    String kind = told.text("subjectKind");
    if (!kind.equals("PERSON")) {
      tokens.put(told.text("subject"), kind);
    }
    for (JsonNode advice : told.body().path("advice")) {
      put(tokens, advice.path("account"), "ACCOUNT");
      put(tokens, advice.path("phone"), "PHONE");
    }
    return tokens;
  }

  private static void put(Map<String, String> tokens, JsonNode token, String kind) {
    if (token.isTextual()) {
      tokens.putIfAbsent(Told.storable(token.textValue()), kind);
    }
  }

  /** What a trace proposes to stop: fen by account. */
  static Map<String, Long> left(Told told) {
    Map<String, Long> left = new LinkedHashMap<>();
    for (JsonNode proposal : told.body().path("proposals")) {
      left.merge(
          Told.storable(proposal.path("account").asText()),
          proposal.path("amountMinor").asLong(),
          Long::sum);
    }
    return left;
  }

  static List<IntakeStore.Member> members(Told told) {
    List<IntakeStore.Member> members = new ArrayList<>();
    for (JsonNode member : told.body().path("members")) {
      members.add(
          new IntakeStore.Member(
              Told.storable(member.path("subject").asText()),
              Told.storable(member.path("because").asText())));
    }
    return members;
  }
}
