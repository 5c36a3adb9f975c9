package org.tocsin.testkit.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a JobManager says of its cluster and jobs. Nothing said counts as nothing there. */
public final class FlinkRest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  FlinkRest(int port) {
    this.port = port;
  }

  /** {@code host:port}. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The id of the job of that name that has not ended; empty when there is none. */
  public Optional<String> jobNamed(String name) {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      boolean ended =
          List.of("FINISHED", "CANCELED", "FAILED").contains(job.path("state").asText());
      if (name.equals(job.path("name").asText()) && !ended) {
        return Optional.of(job.path("jid").asText());
      }
    }
    return Optional.empty();
  }

  public int slots() {
    return get("/overview").path("slots-total").asInt(0);
  }

  /** Whether the job and each of its tasks run. */
  public boolean running(String jobId) {
    JsonNode job = get("/jobs/" + jobId);
    if (!"RUNNING".equals(job.path("state").asText())) {
      return false;
    }
    for (JsonNode vertex : job.path("vertices")) {
      if (!"RUNNING".equals(vertex.path("status").asText())) {
        return false;
      }
    }
    return true;
  }

  public String state(String jobId) {
    return get("/jobs/" + jobId).path("state").asText("UNKNOWN");
  }

  public long completedCheckpoints(String jobId) {
    return get("/jobs/" + jobId + "/checkpoints").path("counts").path("completed").asLong(0);
  }

  /** How often the job was restored from a checkpoint or savepoint. */
  public long restored(String jobId) {
    return get("/jobs/" + jobId + "/checkpoints").path("counts").path("restored").asLong(0);
  }

  /** The answer to a GET; missing while the JobManager does not answer. */
  public JsonNode get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(ANSWERS_WITHIN)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
