package org.tocsin.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Tocsin;
import org.tocsin.local.city.SimulateCommand;
import org.tocsin.schemas.KafkaAccess;
import org.tocsin.testkit.process.BrokerProcess;
import picocli.CommandLine;

/** The whole centre in a real process, met as a person meets it. */
class UpIT {

  @TempDir private Path folder;

  @Test
  void theCityMakesCasesOnTheDeskAndOneSignalEndsItAll() throws Exception {
    try (RunningUp up = RunningUp.start(folder, "--port", "0")) {
      assertThat(up.awaitCases()).isNotEmpty();
      assertThat(up.awaitDeliveredSms()).isPositive();
      List<ProcessHandle> databases = RunningUp.databases(folder);
      assertThat(databases).isNotEmpty();

      assertThat(up.stop()).as(up.said()).isZero();

      // PostgreSQL is init's child by then, and it is for init to see that it has ended.
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(databases).noneMatch(ProcessHandle::isAlive));
      assertThat(new Tocsin(folder).left()).isEmpty();
      assertThat(up.said()).contains("stopped").doesNotContain("cleanly").doesNotContain("\tat ");
      assertThat(folder.resolve("state/up.properties")).doesNotExist();
    }
  }

  @Test
  void whatIsKeptIsTakenUpAgainAndFeedFindsTheCentreByItself() throws Exception {
    String data = folder.resolve("data").toString();
    Path city = folder.resolve("city");
    new CommandLine(new SimulateCommand())
        .execute("--out", city.toString(), "--persons", "300", "--days", "2", "--seed", "3");
    List<String> before;
    String password;
    try (RunningUp up = RunningUp.start(folder, "--port", "0", "--no-city", "--data", data)) {
      Tocsin.Result fed = new Tocsin(folder).run("feed", "--in", city.toString());
      assertThat(fed.status()).as(fed.all()).isZero();
      before = up.awaitCases();
      password = up.password();
      assertThat(up.stop()).as(up.said()).isZero();
      assertThat(up.said()).doesNotContain("cleanly");
    }

    try (RunningUp up = RunningUp.start(folder, "--port", "0", "--no-city", "--data", data)) {
      assertThat(up.password()).isEqualTo(password);
      assertThat(up.cases()).containsAnyElementsOf(before);
      assertThat(Files.readString(Path.of(data, "flink", "resume.properties")))
          .contains("detection.from")
          .contains("dissuasion.from");
      assertThat(up.stop()).as(up.said()).isZero();
    }
  }

  /**
   * It asks for a name and password, as a bank's does: topics, jobs, desk and city present them.
   */
  @Test
  void aBrokerThatIsAlreadyThereIsUsedAndLeftRunning() throws Exception {
    Path client = folder.resolve("client.properties");
    try (BrokerProcess broker = BrokerProcess.startSecured(folder.resolve("broker"), client)) {
      String address = broker.bootstrap();
      String config = client.toString();
      try (RunningUp up =
          RunningUp.start(
              folder, "--port", "0", "--bootstrap", address, "--kafka-config", config)) {
        assertThat(up.said()).contains(broker.bootstrap()).doesNotContain("broker    started");
        assertThat(up.awaitCases()).isNotEmpty();
        assertThat(up.stop()).as(up.said()).isZero();
        assertThat(up.said()).doesNotContain("cleanly");
      }
      try (Admin admin = Admin.create(KafkaAccess.of(address, config).client())) {
        assertThat(admin.listTopics().names().get()).contains("warnings.v1", "cases.v1");
      }
    }
  }

  @Test
  void aBrokerThatIsNotThereIsOneLineAndStatusTwo() throws Exception {
    Tocsin.Result result =
        new Tocsin(folder).run("up", "--port", "0", "--bootstrap", "127.0.0.1:1");

    assertThat(result.status()).as(result.all()).isEqualTo(2);
    assertThat(result.err().strip()).hasLineCount(1).contains("127.0.0.1:1");
    assertThat(new Tocsin(folder).left()).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsOneLineAndStatusTwo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
      String port = Integer.toString(taken.getLocalPort());

      Tocsin.Result result = new Tocsin(folder).run("up", "--port", port);

      assertThat(result.status()).as(result.all()).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().strip())
          .hasLineCount(1)
          .contains("port " + port + " is taken; choose another with --port N");
      assertThat(new Tocsin(folder).left()).isEmpty();
    }
  }
}
