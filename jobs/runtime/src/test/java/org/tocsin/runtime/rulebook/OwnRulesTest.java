package org.tocsin.runtime.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.rulebook.Rulebook;

/** A deployment says what differs, and a new version's other numbers come by themselves. */
class OwnRulesTest {

  private static final Rulebook STANDARD = RulebookLoader.standard();

  @Test
  void what_is_not_named_is_the_standard() {
    Rulebook own = RulebookLoader.parse("{basis: standard, version: lake-3}", "own.yaml");

    assertThat(own.detection()).isEqualTo(STANDARD.detection());
    assertThat(own.dissuasion()).isEqualTo(STANDARD.dissuasion());
    assertThat(own.links()).isEqualTo(STANDARD.links());
  }

  @Test
  void the_rulebook_that_the_how_to_shows_is_good() throws IOException {
    String page = Files.readString(Path.of("../../docs/how-to/set-thresholds.md"));
    String shown = page.substring(page.indexOf("```yaml") + 7);

    Rulebook own = RulebookLoader.parse(shown.substring(0, shown.indexOf("```")), "how-to");

    assertThat(own.version()).isEqualTo("lake-3 on 1");
    assertThat(own.detection().openings().o3().personsMin()).isEqualTo(4);
  }

  @Test
  void both_versions_stand_on_a_warning() {
    assertThat(RulebookLoader.parse("{basis: standard, version: lake-3}", "own").version())
        .isEqualTo("lake-3 on " + STANDARD.version());
  }

  @Test
  void what_is_named_takes_the_place_of_what_stood_there_and_leaves_its_neighbours() {
    Rulebook own =
        RulebookLoader.parse(
            """
            basis: standard
            version: lake-3
            rates: {USD: 7.18}
            detection:
              profiles:
                callMin: PT2M
                jewellers: ["5944"]
            """,
            "own.yaml");

    assertThat(own.rates()).isEqualTo(Map.of("USD", new BigDecimal("7.18")));
    assertThat(own.detection().profiles().callMin()).isEqualTo(Duration.ofMinutes(2));
    assertThat(own.detection().profiles().jewellers()).isEqualTo(List.of("5944"));
    assertThat(own.detection().profiles().callMax())
        .isEqualTo(STANDARD.detection().profiles().callMax());
    assertThat(own.detection().history()).isEqualTo(STANDARD.detection().history());
  }

  @Test
  void a_key_that_no_rule_has_is_refused() {
    assertThatThrownBy(
            () ->
                RulebookLoader.parse(
                    "{basis: standard, version: lake-3, detection: {profiles: {calMin: PT2M}}}",
                    "own.yaml"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("own.yaml is refused")
        .hasMessageContaining("calMin");
  }

  @Test
  void a_value_out_of_range_is_refused() {
    assertThatThrownBy(
            () ->
                RulebookLoader.parse(
                    "{basis: standard, version: lake-3, detection: {profiles: {callMin: long}}}",
                    "own.yaml"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("callMin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{basis: standard}",
        "{basis: standard, version: 3}",
        "{basis: standard, version: null}",
        "{basis: standard, version: ''}"
      })
  void it_needs_a_version_of_its_own(String text) {
    assertThatThrownBy(() -> RulebookLoader.parse(text, "own.yaml"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"last year's", "", "3"})
  void another_basis_is_refused(String basis) {
    assertThatThrownBy(
            () -> RulebookLoader.parse("{basis: \"%s\", version: lake-3}".formatted(basis), "own"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("basis");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "basis"})
  void what_is_no_rulebook_is_refused(String text) {
    assertThatThrownBy(() -> RulebookLoader.parse(text, "own.yaml"))
        .isInstanceOf(InvalidRulebookException.class);
  }
}
