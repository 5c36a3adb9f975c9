package org.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.console.fixture.Desk;
import org.tocsin.console.fixture.Samples;
import org.tocsin.console.fixture.Visitor;
import org.tocsin.console.intake.BatchWriter;
import org.tocsin.console.intake.Told;

/** The desk's pages over HTTP, with a database and with the broker away. */
class DeskOverHttpTest {

  private static final String ANALYST = "second";
  private static final String ANALYST_PASSWORD = "another long password";

  @TempDir static Path folder;
  private static Desk desk;
  private static Jdbi jdbi;

  @BeforeAll
  static void start() throws IOException {
    desk = Desk.start(folder, "127.0.0.1:1");
    jdbi = Jdbi.create(desk.postgres().getPostgresDatabase());
    tell(Topics.WARNINGS, Samples.warning("case-1", 1, Instant.now()));
    tell(Topics.CASES, Samples.caseChange("case-1", 1, "OPEN", Instant.now()));
    Visitor supervisor = signedIn();
    supervisor.post(
        "/users",
        Map.of(
            "csrf",
            supervisor.csrf("/users"),
            "name",
            ANALYST,
            "password",
            ANALYST_PASSWORD,
            "role",
            "ANALYST"));
  }

  @AfterAll
  static void stop() throws IOException {
    desk.close();
  }

  private static void tell(String topic, JsonNode record) {
    new BatchWriter(jdbi).write(List.of(new Told(topic, 0, 0, 0, record)));
  }

  private static Visitor stranger() {
    return new Visitor(desk.server().address());
  }

  private static Visitor signedIn() {
    Visitor visitor = stranger();
    assertThat(visitor.signIn(Desk.USER, Desk.PASSWORD).statusCode()).isEqualTo(302);
    return visitor;
  }

  private static Visitor inEnglish() {
    Visitor visitor = signedIn();
    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));
    return visitor;
  }

  @Test
  void whoIsNotSignedInSeesNothing() {
    for (String path : List.of("/cases", "/cases/case-1", "/users", "/access-log")) {
      HttpResponse<String> answer = stranger().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).isEqualTo("/sign-in");
      assertThat(answer.body()).doesNotContain("p-4f1c");
    }
    assertThat(stranger().get("/live/cases").statusCode()).isEqualTo(204);
    assertThat(stranger().get("/cases", "HX-Request", "true").headers().firstValue("HX-Redirect"))
        .contains("/sign-in");
  }

  @Test
  void pagesAllowNoForeignAndNoInlineScript() {
    HttpResponse<String> answer = signedIn().get("/cases/case-1");

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body()).doesNotContain("<script>", "onclick=", "style=\"", "http://");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer = stranger().signIn(Desk.USER, Desk.PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie -> assertThat(cookie).contains("desk_session=", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void guessingAPasswordEndsAfterFiveTries() {
    Visitor guesser = stranger();
    for (int i = 0; i < 5; i++) {
      assertThat(guesser.signIn("nobody", "wrong password").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> answer = guesser.signIn("nobody", "wrong password");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("SIGN_IN_THROTTLED");
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    Visitor visitor = signedIn();

    HttpResponse<String> answer =
        visitor.post("/cases/case-1/outcomes", Map.of("step", "CALL", "result", "REACHED"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("STALE_FORM");
  }

  @Test
  void onlySupervisorsManageUsersAndReadTheAccessLog() {
    Visitor analyst = stranger();
    analyst.signIn(ANALYST, ANALYST_PASSWORD);

    assertThat(analyst.get("/cases").statusCode()).isEqualTo(200);
    for (String path :
        List.of(
            "/users",
            "/sources",
            "/access-log",
            "/disclosures",
            "/reports",
            "/reports.csv",
            "/deliveries/x")) {
      assertThat(analyst.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void whoLooksAtACaseIsWrittenDownForGood() {
    signedIn().get("/cases/case-1");

    assertThat(signedIn().get("/access-log?case=case-1").body()).contains(Desk.USER);
    assertThatThrownBy(() -> jdbi.useHandle(h -> h.execute("delete from access_log")))
        .hasMessageContaining("append-only");
    assertThatThrownBy(
            () -> jdbi.useHandle(h -> h.execute("update access_log set user_name = 'x'")))
        .hasMessageContaining("append-only");
  }

  @Test
  void theListSpeaksTheLanguageThatIsAskedFor() {
    Visitor visitor = signedIn();

    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "zh"));
    assertThat(visitor.get("/cases").body()).contains("紧急", "通话 47 分钟", "lang=\"zh-CN\"");

    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));
    assertThat(visitor.get("/cases").body()).contains("Urgent", "47-minute call", "lang=\"en\"");
  }

  @Test
  void aLongListIsSeenPageByPageEveryCaseOnce() {
    Instant at = Instant.now();
    for (int i = 0; i < 120; i++) {
      ObjectNode warning = Samples.warning("paged-" + i, 1, at).put("region", "110101");
      tell(Topics.WARNINGS, warning);
    }
    Visitor visitor = signedIn();
    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));

    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      String body = visitor.get("/cases?region=1101&page=" + page).body();
      List<String> here = cases(body);
      assertThat(here).hasSize(page < 3 ? 50 : 20);
      assertThat(body).contains("Page " + page + " of 3");
      assertThat(body.contains("rel=\"next\"")).isEqualTo(page < 3);
      assertThat(body.contains("rel=\"prev\"")).isEqualTo(page > 1);
      seen.addAll(here);
    }
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(visitor.get("/cases?region=1101&page=4").body()).contains("This page is empty");
    // The filter stays in the address of the next page.
    assertThat(visitor.get("/cases?region=1101").body())
        .containsPattern("rel=\"next\" href=\"/cases\\?[^\"]*region=1101[^\"]*page=2");
  }

  private static List<String> cases(String body) {
    return Pattern.compile("data-case=\"([^\"]+)\"")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void aCaseToVisit(String caseId, String unit) {
    tell(Topics.WARNINGS, Samples.warning(caseId, 1, Instant.now()));
    tell(Topics.CASES, Samples.caseChange(caseId, 1, "OPEN", Instant.now()));
    tell(
        Topics.TASKS,
        Samples.task(caseId, "VISIT", "OPEN", "NONE", Instant.now()).put("unit", unit));
  }

  @Test
  void aSupervisorSaysWhichUnitsTasksAreAUsersOwn() {
    aCaseToVisit("ours", "PENGLAI");
    Visitor visitor = inEnglish();
    assertThat(cases(visitor.get("/cases?work=MINE").body())).doesNotContain("ours");
    String csrf = visitor.csrf("/users");

    HttpResponse<String> answer =
        visitor.post(
            "/users/" + Desk.USER,
            Map.of("csrf", csrf, "action", "units", "units", "CHANGDAO, PENGLAI"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(visitor.get("/users").body()).contains("value=\"CHANGDAO, PENGLAI\"");
    assertThat(cases(visitor.get("/cases?work=MINE").body())).containsExactly("ours");
    HttpResponse<String> refused =
        visitor.post(
            "/users/" + Desk.USER, Map.of("csrf", csrf, "action", "units", "units", "<b>"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("UNITS");
  }

  @Test
  void aTaskThatIsOfferedShowsTheReceiptToItsUnit() {
    aCaseToVisit("moved", "ZHIFU");
    Visitor visitor = signedIn();
    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));
    assertThat(visitor.get("/cases/moved").body()).contains("Hand over").doesNotContain("Receipt:");

    tell(
        Topics.CASES,
        Samples.caseChange("moved", 2, "OPEN", Instant.now())
            .put("because", "HAND_OVER_OFFERED:VISIT ZHIFU > LAISHAN"));

    assertThat(visitor.get("/cases/moved").body())
        .contains("Receipt: LAISHAN has it", "offered to another unit, Visit ZHIFU &gt; LAISHAN");
    Map<String, String> form =
        Map.of("csrf", visitor.csrf("/cases/moved"), "kind", "VISIT", "form", "f", "to", "a b");
    HttpResponse<String> answer = visitor.post("/cases/moved/hand-over", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("HAND_OVER_UNIT");
  }

  @Test
  void whatACaseWasShownForIsWrittenDownOncePerLook() {
    Visitor visitor = signedIn();
    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));
    int before = disclosed(visitor);

    visitor.get("/cases/case-1?for=SPOT_CHECK");
    visitor.get("/cases/case-1", "HX-Request", "true");

    assertThat(visitor.get("/disclosures?case=case-1").body())
        .contains("looking at a closed case again", Desk.USER);
    assertThat(disclosed(visitor)).isEqualTo(before + 1);
    assertThat(visitor.get("/disclosures?before=1&case=").statusCode()).isEqualTo(200);
  }

  private static int disclosed(Visitor visitor) {
    return visitor.get("/disclosures").body().split("case page shown", -1).length;
  }

  @Test
  void aReportIsAPageAndAFile() {
    Visitor visitor = signedIn();
    visitor.post("/preferences", Map.of("csrf", visitor.csrf("/cases"), "language", "en"));

    assertThat(visitor.get("/reports?period=quarter").body())
        .contains("V1 Impersonating police", "Saved", "/reports.csv?period=quarter");
    assertThat(visitor.get("/reports?period='&of=%00").statusCode()).isEqualTo(200);
    HttpResponse<String> file = visitor.get("/reports.csv?period=day");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".csv");
    assertThat(file.body()).contains(",warnings,V1,IN_PERSON,1").doesNotContain("p-4f1c");
  }

  @Test
  void leadsAreAPageAndAFileAndReadingThemIsWrittenDown() {
    ObjectNode mule = Samples.warning("mule", 1, Instant.now()).put("lane", "MULE");
    tell(Topics.WARNINGS, mule.put("subjectKind", "ACCOUNT").put("subject", "a-mule"));
    Visitor visitor = inEnglish();

    assertThat(visitor.get("/leads").body())
        .contains("data-lead=\"mule\"", "a-mule", "/cases/mule", "/leads.csv?day=");
    assertThat(visitor.get("/leads?day=2001-01-01").body()).contains("No lead on this day");
    assertThat(visitor.get("/leads?day='&region=%00").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/leads.csv").body()).contains("a-mule");
    assertThat(visitor.get("/access-log").body()).contains("read the leads");
    assertThat(stranger().get("/leads.csv").statusCode()).isEqualTo(302);
  }

  @Test
  void filtersLiveInTheAddress() {
    Visitor visitor = signedIn();

    assertThat(visitor.get("/cases?grade=URGENT&region=3706").body())
        .contains("data-case=\"case-1\"");
    assertThat(visitor.get("/cases?lane=MULE").body()).doesNotContain("data-case=\"case-1\"");
    assertThat(visitor.get("/cases?grade=';--&page=x&state=%00").statusCode()).isEqualTo(200);
  }

  @Test
  void anOutcomeThatCannotBeSentIsKeptInTheFormWithASentence() {
    Visitor visitor = signedIn();

    HttpResponse<String> answer =
        visitor.post(
            "/cases/case-1/outcomes",
            Map.of(
                "csrf", visitor.csrf("/cases/case-1"),
                "form", "f1",
                "step", "CALL",
                "result", "REACHED",
                "note", "what I typed"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("BROKER_AWAY", "what I typed");
  }

  @Test
  void whyThereWasNoWarningStandsOnTheCaseOfThePerson() {
    tell(Topics.NOT_WARNED, Samples.held("h-1", "p-4f1c", "KNOWN_PAYEE", Instant.now()));
    tell(Topics.NOT_WARNED, Samples.held("h-1", "p-4f1c", "KNOWN_PAYEE", Instant.now()));

    assertThat(inEnglish().get("/cases/case-1").body())
        .contains("Why there was no warning")
        .containsOnlyOnce("The payee is known from earlier payments")
        .contains("t-h-1");
  }

  @Test
  void whyThereWasNoWarningIsFoundByTokenWhereThereIsNoCase() {
    tell(Topics.NOT_WARNED, Samples.held("h-2", "p-quiet", "TRUSTED_ACCOUNT", Instant.now()));
    Visitor visitor = inEnglish();

    for (String token : List.of("p-quiet", "a-of-p-quiet")) {
      HttpResponse<String> answer =
          visitor.post("/find", Map.of("csrf", visitor.csrf("/cases"), "token", token));
      assertThat(answer.statusCode()).as(token).isEqualTo(200);
      assertThat(answer.body()).contains("The account is on the list of trusted accounts", token);
    }
    HttpResponse<String> unknown =
        visitor.post("/find", Map.of("csrf", visitor.csrf("/cases"), "token", "p-nobody"));
    assertThat(unknown.statusCode()).isEqualTo(302);
  }

  @Test
  void errorsAreSentencesWithACode() {
    Visitor visitor = signedIn();

    for (String path : List.of("/cases/none", "/nothing/here", "/assets/none.js")) {
      HttpResponse<String> answer = visitor.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }
    assertThat(inEnglish().get("/nothing").body())
        .contains("There is no page at this address.", "NOT_FOUND");
  }

  @Test
  void theGatewayTurnsAwayWhoHasNoKey() {
    HttpResponse<String> answer = stranger().post("/v1/events/events.call.v1", "{}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("KEY_UNKNOWN");
  }

  @Test
  void healthAndMetricsAnswerWithoutASignIn() {
    assertThat(stranger().get("/health").body()).contains("\"status\":\"UP\"");
    assertThat(stranger().get("/metrics").body())
        .contains("tocsin_desk_intake_interruptions_total");
  }

  @Test
  void aTakenPortIsToldInOneSentence() {
    ConsoleSettings second =
        ConsoleSettingsBuilder.builder(desk.settings()).port(desk.server().port()).build();

    assertThatThrownBy(() -> ConsoleServer.start(second))
        .isInstanceOf(PortTakenException.class)
        .hasMessage(
            "Port %d is already in use by another program. Stop that program or choose another"
                + " port.",
            desk.server().port());
  }
}
