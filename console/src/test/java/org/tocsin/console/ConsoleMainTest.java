package org.tocsin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.console.delivery.DeliverySettings;
import org.tocsin.console.delivery.DeliverySettings.Target;
import org.tocsin.console.retention.RetentionSettings;

/** What environment variables make of the console, and which sentence tells that they cannot. */
class ConsoleMainTest {

  private static final String SECRET = "0123456789abcdef";

  @TempDir private Path folder;

  @Test
  void withoutVariablesNothingIsSentAndTheDefaultsHold() {
    ConsoleSettings settings = ConsoleMain.settings(Map.of());

    assertThat(settings.delivery()).isEqualTo(DeliverySettings.none());
    assertThat(settings.retention()).isEqualTo(RetentionSettings.standard());
    assertThat(settings.spotCheckPercent()).isEqualTo(5);
  }

  @Test
  void channelsAreGivenByTheirAddressesAndSecretsMayComeFromFiles() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    ConsoleSettings settings =
        ConsoleMain.settings(
            Map.of(
                "TOCSIN_SMPP_HOST", "smsc",
                "TOCSIN_DIRECTORY_URL", "https://tokens.example/numbers",
                "TOCSIN_DIRECTORY_SECRET_FILE", secret.toString(),
                "TOCSIN_CALL_URL", "https://calls.example/",
                "TOCSIN_CALL_SECRET", SECRET,
                "TOCSIN_DELIVERY_TRIES", "3",
                "TOCSIN_KEEP_CASES", "P365D"));

    Target.Smpp sms = (Target.Smpp) settings.delivery().sms();
    assertThat(sms.centre().port()).isEqualTo(2775);
    assertThat(sms.directory().secret()).isEqualTo(SECRET);
    assertThat(settings.delivery().call().toString()).doesNotContain(SECRET);
    assertThat(settings.delivery().tries()).isEqualTo(3);
    assertThat(settings.retention().cases()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void smppOverTlsHasItsOwnPort() {
    Map<String, String> variables =
        Map.of(
            "TOCSIN_SMPP_HOST", "smsc",
            "TOCSIN_SMPP_TLS", "true",
            "TOCSIN_DIRECTORY_URL", "https://tokens.example/numbers",
            "TOCSIN_DIRECTORY_SECRET", SECRET);

    Target.Smpp sms = (Target.Smpp) ConsoleMain.settings(variables).delivery().sms();

    assertThat(sms.centre().tls()).isTrue();
    assertThat(sms.centre().port()).isEqualTo(3550);
  }

  @Test
  void aMistypedTlsIsNoPlainTcp() {
    Map<String, String> variables =
        Map.of(
            "TOCSIN_SMPP_HOST", "smsc",
            "TOCSIN_SMPP_TLS", "yes",
            "TOCSIN_DIRECTORY_URL", "https://tokens.example/numbers",
            "TOCSIN_DIRECTORY_SECRET", SECRET);

    assertThatThrownBy(() -> ConsoleMain.settings(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TOCSIN_SMPP_TLS must be true or false");
  }

  @ParameterizedTest
  @CsvSource({
    "TOCSIN_SMPP_HOST, smsc, TOCSIN_DIRECTORY_URL",
    "TOCSIN_SMS_URL, ftp://x/, TOCSIN_SMS_URL",
    "TOCSIN_SMS_URL, https://x/, 16 characters",
    "TOCSIN_CALL_URL, :, TOCSIN_CALL_URL",
    "TOCSIN_DELIVERY_TRIES, 0, 1–50",
    "TOCSIN_DELIVERY_TRIES, many, TOCSIN_DELIVERY_TRIES",
    "TOCSIN_KEEP_CASES, 3 years, TOCSIN_KEEP_CASES",
    "TOCSIN_KEEP_EVENTS, PT1H, less than a day",
    "TOCSIN_SPOT_CHECK_PERCENT, 101, 0–100",
    "TOCSIN_SECURE_COOKIES, yes, TOCSIN_SECURE_COOKIES must be true or false",
    "TOCSIN_PORT, 70000, TOCSIN_PORT"
  })
  void whatCannotBeUsedIsOneSentenceThatNamesIt(String name, String value, String said) {
    Map<String, String> variables = new HashMap<>();
    variables.put(name, value);

    assertThatThrownBy(() -> ConsoleMain.settings(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
