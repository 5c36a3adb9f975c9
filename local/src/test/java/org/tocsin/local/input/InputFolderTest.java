package org.tocsin.local.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.codec.UnionCodec;
import org.tocsin.core.event.Event;
import org.tocsin.local.CannotRun;
import org.tocsin.local.sort.MergedRuns;
import org.tocsin.runtime.wire.EventMapper;
import org.tocsin.runtime.wire.Money;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;
import org.tocsin.schemas.ReasonCode;

/** A folder's files become one sorted stream, and every record of them is accounted for. */
class InputFolderTest {

  private static final long NOW = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  @TempDir private Path temporary;
  private Path in;
  private final List<Rejection> refused = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    in = Files.createDirectory(temporary.resolve("in"));
  }

  @Test
  void eventsOfAllFilesComeOutInTheOrderOfTime() throws IOException {
    write(Contract.CALL, call("c2", "12:00:03"), call("c1", "12:00:01"));
    write(Contract.CLUE, clue("k1", "12:00:02"));

    assertThat(events()).containsExactly("c1", "k1", "c2");
  }

  @Test
  void eventsOfOneTimeComeOutByStreamThenSourceThenId() throws IOException {
    write(Contract.CLUE, clue("a", "12:00:00"));
    write(Contract.CALL, call("b", "12:00:00"), call("a", "12:00:00"));

    assertThat(events()).containsExactly("a", "b", "a");
  }

  @Test
  void theFirstOfSeveralCopiesCountsAndADifferentOneIsAConflict() throws IOException {
    write(Contract.CALL, call("c", "12:00:05"), call("c", "12:00:05"), call("c", "12:00:01"));

    StreamCounts counts = sort().counts().get(Contract.CALL);

    assertThat(counts).isEqualTo(new StreamCounts(3, 1, 2, 1, 0, 0));
  }

  @Test
  void theSameIdFromAnotherSourceOrInAnotherStreamIsAnotherRecord() throws IOException {
    write(
        Contract.CALL,
        call("x", "12:00:00"),
        call("x", "12:00:00").replace("carrier-1", "carrier-2"));
    write(Contract.CLUE, clue("x", "12:00:00"));

    assertThat(sort().total().used()).isEqualTo(3);
  }

  @Test
  void aRefusedRecordIsToldWithItsLineAndDoesNotCountAsTheFirstCopy() throws IOException {
    write(
        Contract.CALL,
        call("c", "12:00:00").replace("\"caller\"", "\"calle\""),
        "",
        call("c", "12:00:00"));

    StreamCounts counts = sort().counts().get(Contract.CALL);

    assertThat(counts).isEqualTo(new StreamCounts(3, 1, 0, 0, 2, 0));
    assertThat(refused).extracting(Rejection::position).containsExactly("1", "2");
    assertThat(refused)
        .extracting(Rejection::reasonCode)
        .containsExactly(ReasonCode.MISSING_FIELD, ReasonCode.EMPTY_RECORD);
    assertThat(refused.get(0).eventId()).isEqualTo("c");
  }

  @Test
  void whatLiesFarBehindTheNewestIsCountedAsLateAndUsed() throws IOException {
    write(
        Contract.CALL,
        call("a", "12:02:00"),
        call("atTheBound", "12:01:00"),
        call("beyondIt", "12:00:59"));

    StreamCounts counts = sort().counts().get(Contract.CALL);

    assertThat(counts).isEqualTo(new StreamCounts(3, 3, 0, 0, 0, 1));
  }

  @Test
  void aStreamWithoutAFileIsAllZero() throws IOException {
    write(Contract.CALL, call("a", "12:00:00"));

    assertThat(sort().counts()).hasSize(5).containsEntry(Contract.CLUE, StreamCounts.NONE);
  }

  @Test
  void aLineOverTheLimitIsRefusedAndItsRecordCut() throws IOException {
    write(Contract.CALL, "{\"eventId\":\"" + "x".repeat(200_000) + "\"}", call("a", "12:00:00"));

    StreamCounts counts = sort().counts().get(Contract.CALL);

    assertThat(counts).isEqualTo(new StreamCounts(2, 1, 0, 0, 1, 0));
    assertThat(refused.get(0).reasonCode()).isEqualTo(ReasonCode.RECORD_TOO_LARGE);
    assertThat(refused.get(0).record()).hasSize(Contract.RECORD_BYTES_MAX);
  }

  @Test
  void aFolderWithNothingToReadIsRefusedInOneSentence() throws IOException {
    assertThatThrownBy(() -> InputFolder.open(in))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("transactions.ndjson");
    assertThatThrownBy(() -> InputFolder.open(in.resolve("missing")))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("does not exist");
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> InputFolder.open(file))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("is not a folder");
    Files.createDirectory(in.resolve("calls.ndjson"));
    assertThatThrownBy(() -> InputFolder.open(in))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("is a folder, not a file");
  }

  private List<String> events() throws IOException {
    UnionCodec<Event> codec = UnionCodec.of(Event.class);
    List<String> ids = new ArrayList<>();
    try (MergedRuns runs = new MergedRuns(sort().runs())) {
      for (byte[] record = runs.next(); record != null; record = runs.next()) {
        ids.add(codec.read(new DataInputStream(new ByteArrayInputStream(record))).eventId());
      }
    }
    return ids;
  }

  private InputFolder.Sorted sort() {
    EventMapper mapper = new EventMapper(new Money("CNY", Map.of()));
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return InputFolder.open(in)
        .sort(
            new InputSettings(mapper, NOW, Duration.ofSeconds(60)),
            temporary,
            refused::add,
            new Progress(silent));
  }

  private void write(Contract stream, String... lines) throws IOException {
    Files.write(in.resolve(stream.file()), List.of(lines));
  }

  private static String call(String id, String time) {
    return """
        {"eventId":"%s","source":"carrier-1","eventTime":"2026-03-01T%s+08:00",\
        "kind":"ENDED","caller":"p1","callee":"p2"}"""
        .formatted(id, time);
  }

  private static String clue(String id, String time) {
    return """
        {"eventId":"%s","source":"police","eventTime":"2026-03-01T%s+08:00",\
        "kind":"LISTED_PHONE","phone":"p1"}"""
        .formatted(id, time);
  }
}
