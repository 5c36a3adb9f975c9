package org.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAccessTest {

  @TempDir private Path folder;

  @Test
  void presentsWhatTheFileSays() throws Exception {
    String file =
        file("security.protocol=SASL_SSL", "sasl.mechanism = SCRAM-SHA-512 ", "ssl.key.password=p");

    assertThat(KafkaAccess.of("a:1,b:1", file).client())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "a:1,b:1",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "ssl.key.password", "p"));
  }

  @Test
  void presentsNothingWithoutAFile() {
    assertThat(KafkaAccess.of("a:1", "").client()).isEqualTo(Map.of("bootstrap.servers", "a:1"));
    assertThat(KafkaAccess.of("a:1", null)).isEqualTo(KafkaAccess.open("a:1"));
  }

  @Test
  void whatIsOursToSetIsRefusedByName() throws Exception {
    String file = file("security.protocol=SSL", "enable.auto.commit=secret-value");

    assertThatThrownBy(() -> KafkaAccess.of("a:1", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file)
        .hasMessageContaining("enable.auto.commit")
        .hasMessageNotContaining("secret-value");
  }

  @Test
  void aFileThatIsNotThereOrNoPropertiesIsNamed() throws Exception {
    assertThatThrownBy(() -> KafkaAccess.of("a:1", folder.resolve("none").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none cannot be read");
    String broken = file("ssl.key.password=\\u00zz");
    assertThatThrownBy(() -> KafkaAccess.of("a:1", broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining("zz");
  }

  @Test
  void neverTellsASecret() throws Exception {
    KafkaAccess access = KafkaAccess.of("a:1", file("sasl.jaas.config=password=\"hush\";"));

    assertThat(access.toString()).isEqualTo("a:1");
  }

  private String file(String... lines) throws Exception {
    return Files.write(folder.resolve("client.properties"), List.of(lines)).toString();
  }
}
