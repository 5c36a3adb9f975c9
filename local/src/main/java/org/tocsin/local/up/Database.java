package org.tocsin.local.up;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL of its own, on loopback, in child processes. */
final class Database implements Part {

  private static final String USER = "postgres";
  private static final String NAME = "postgres";

  private final EmbeddedPostgres server;

  private Database(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @param folder holds the data; a folder of an earlier run is taken up where it ended
   * @param durable whether what is written must survive a crash of the machine
   * @param programs where PostgreSQL's own files are unpacked, once for all runs
   */
  static Database start(Path folder, boolean durable, Path programs) throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(programs);
    Leftovers.stopDatabase(folder.resolve("data"));
    // It would make a folder among the temporary ones and leave it, even where none is used.
    System.setProperty("ot.epg.working-dir", programs.toString());
    String onOff = durable ? "on" : "off";
    Redirect log = Redirect.appendTo(folder.resolve("server.log").toFile());
    return new Database(
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setOverrideWorkingDirectory(programs.toFile())
            .setCleanDataDirectory(false)
            // The centre stops its parts in order; a hook of their own would come between.
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setServerConfig("listen_addresses", Ports.LOOPBACK)
            .setServerConfig("fsync", onOff)
            .setServerConfig("synchronous_commit", onOff)
            .start());
  }

  String jdbcUrl() {
    return server.getJdbcUrl(USER, NAME);
  }

  @Override
  public void stop() throws IOException {
    server.close();
  }
}
