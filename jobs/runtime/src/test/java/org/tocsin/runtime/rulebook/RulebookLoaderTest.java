package org.tocsin.runtime.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rulebook is taken whole or refused whole. */
class RulebookLoaderTest {

  private static final String STANDARD = RulebookLoader.standardText();

  @Test
  void the_standard_rulebook_is_good() {
    assertThat(RulebookLoader.standard().version()).isNotBlank();
    assertThat(RulebookLoader.standard().zone()).isEqualTo("Asia/Shanghai");
  }

  @Test
  void a_file_is_read(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rules.yaml");
    Files.writeString(file, STANDARD.replaceFirst("(?m)^version: .*$", "version: \"night-7\""));

    assertThat(RulebookLoader.load(file).version()).isEqualTo("night-7");
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    String bad =
        STANDARD
            .replaceFirst("(?m)^currency: .*$", "currency: yuan")
            .replaceFirst("(?m)^zone: .*$", "colour: red");

    assertThatThrownBy(() -> RulebookLoader.parse(bad, "rules.yaml"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("rules.yaml is refused")
        .hasMessageContaining("currency")
        .hasMessageContaining("zone")
        .hasMessageContaining("colour");
  }

  @Test
  void a_zone_that_does_not_exist_is_refused() {
    String bad = STANDARD.replaceFirst("(?m)^zone: .*$", "zone: Asia/Atlantis");

    assertThatThrownBy(() -> RulebookLoader.parse(bad, "rules"))
        .hasMessageContaining("Asia/Atlantis is no time zone");
  }

  @Test
  void rates_of_other_currencies_are_read() {
    String rates = STANDARD.replaceFirst("(?m)^rates: .*$", "rates: {USD: 7.18, JPY: 0.0478}");

    assertThat(RulebookLoader.parse(rates, "rules").rates())
        .isEqualTo(Map.of("USD", new BigDecimal("7.18"), "JPY", new BigDecimal("0.0478")));
    assertThat(RulebookLoader.standard().rates()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{USD: 0}", "{USD: -1}", "{USD: much}", "{dollar: 7}", "{QQQ: 7}"})
  void a_rate_that_cannot_be_is_refused(String rates) {
    String bad = STANDARD.replaceFirst("(?m)^rates: .*$", "rates: " + rates);

    assertThatThrownBy(() -> RulebookLoader.parse(bad, "rules"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("rates");
  }

  @Test
  void a_key_given_twice_is_refused() {
    assertThatThrownBy(() -> RulebookLoader.parse(STANDARD + "\nversion: \"2\"\n", "rules"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("version");
  }

  @Test
  void what_is_no_yaml_is_refused_in_one_line() {
    assertThatThrownBy(() -> RulebookLoader.parse("version: [", "rules"))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("line ");
  }

  @Test
  void a_missing_file_is_said_to_be_missing(@TempDir Path folder) {
    assertThatThrownBy(() -> RulebookLoader.load(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidRulebookException.class)
        .hasMessageContaining("none.yaml");
  }
}
