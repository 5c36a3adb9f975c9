package org.tocsin.local.up;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.tocsin.local.Tocsin;

/** A centre in a process of its own, and a browser signed in to its desk. */
final class RunningUp implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern ANNOUNCED =
      Pattern.compile("Desk +(\\S+) +sign in as (\\S+) with (\\S+)");
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern DELIVERED = Pattern.compile("data-count=\"SMS-DONE\">(\\d+)<");
  private static final Pattern CASE = Pattern.compile("href=\"/cases/([0-9a-f-]+)");

  private final Path folder;
  private final Process process;
  private final Path out;
  private final Path err;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private String desk;
  private String password;

  private RunningUp(Path folder, Process process, Path out, Path err) {
    this.folder = folder;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it, waits until it says that it is up, and signs in. */
  static RunningUp start(Path folder, String... options) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "up", ".out");
    Path err = Files.createTempFile(folder, "up", ".err");
    String[] arguments = new String[options.length + 1];
    arguments[0] = "up";
    System.arraycopy(options, 0, arguments, 1, options.length);
    RunningUp up = new RunningUp(folder, new Tocsin(folder).start(out, err, arguments), out, err);
    up.awaitAnnounced();
    up.signIn();
    return up;
  }

  private void awaitAnnounced() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> said().contains("Ctrl-C stops it") || !process.isAlive());
    Matcher announced = ANNOUNCED.matcher(said());
    if (!announced.find()) {
      throw new AssertionError("it did not come up: " + said());
    }
    desk = announced.group(1);
    password = announced.group(3);
  }

  private void signIn() throws IOException, InterruptedException {
    Matcher csrf = CSRF.matcher(page("/sign-in"));
    if (!csrf.find()) {
      throw new AssertionError("the sign-in page has no form");
    }
    String form =
        "name=supervisor&password=%s&csrf=%s"
            .formatted(
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(desk + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    int status = browser.send(request, BodyHandlers.discarding()).statusCode();
    if (status >= 400) {
      throw new AssertionError("signing in answered " + status);
    }
  }

  String page(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(desk + path)).build();
    return browser.send(request, BodyHandlers.ofString()).body();
  }

  /** Ids of the cases on the first page of the list. */
  List<String> cases() throws IOException, InterruptedException {
    return CASE.matcher(page("/cases")).results().map(each -> each.group(1)).distinct().toList();
  }

  List<String> awaitCases() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::cases, found -> !found.isEmpty());
  }

  /** How many SMS the stand-in carrier has delivered. */
  long awaitDeliveredSms() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(this::deliveredSms, delivered -> delivered > 0);
  }

  private long deliveredSms() throws IOException, InterruptedException {
    Matcher delivered = DELIVERED.matcher(page("/deliveries"));
    return delivered.find() ? Long.parseLong(delivered.group(1)) : 0;
  }

  String password() {
    return password;
  }

  /** Everything at the terminal so far. */
  String said() {
    return Tocsin.text(out) + Tocsin.text(err);
  }

  /** PostgreSQL leaves its parent; its command line still tells where its data is. */
  static List<ProcessHandle> databases(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(each -> commandLine(each).contains("postgres -D " + folder))
        .toList();
  }

  private static String commandLine(ProcessHandle each) {
    return each.info().commandLine().orElse("");
  }

  /** Asks it to end, as Ctrl-C does, and waits. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + said());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    databases(folder).forEach(ProcessHandle::destroy);
  }
}
