package org.tocsin.local.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.event.Stream;
import org.tocsin.runtime.wire.EventMapper;
import org.tocsin.schemas.PlainJson;
import org.tocsin.schemas.Reading;

class CityFilesKeepTheContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static CityFacts facts;

  /** Every event, by stream, source and id. */
  private static final Map<String, JsonNode> EVENTS = new HashMap<>();

  private static long lines;

  @BeforeAll
  static void aCityWithEveryStory() throws IOException {
    facts = CityFiles.write(new CityPlan(11, 500, LocalDate.of(2025, 3, 3), 19, 300, 120), folder);
    for (Stream stream : Stream.values()) {
      for (String line : Files.readAllLines(folder.resolve(stream.file()))) {
        JsonNode event = JSON.readTree(line);
        EVENTS.put(stream.topic() + '/' + id(event), event);
        lines++;
      }
    }
  }

  @Test
  void everyLineIsAccepted() throws IOException {
    long now = System.currentTimeMillis();
    for (Stream stream : Stream.values()) {
      for (String line : Files.readAllLines(folder.resolve(stream.file()))) {
        assertThat(PlainJson.read(EventMapper.contractOf(stream), line, now))
            .as(line)
            .isInstanceOf(Reading.Accepted.class);
      }
    }
  }

  @Test
  void noIdIsUsedTwiceInASourceAndStream() {
    assertThat(EVENTS).hasSize(Math.toIntExact(lines));
    assertThat(lines)
        .isEqualTo(
            facts.transactions()
                + facts.calls()
                + facts.cardOpenings()
                + facts.clues()
                + facts.outcomes());
  }

  @Test
  void everyEventOfALabelIsInTheFilesAndNoneIsBeforeItsStart() throws IOException {
    for (String file : new String[] {CityFiles.LABELS, CityFiles.LOOK_ALIKES}) {
      for (String line : Files.readAllLines(folder.resolve(file))) {
        JsonNode label = JSON.readTree(line);
        OffsetDateTime earliest = OffsetDateTime.MAX;
        for (JsonNode ref : label.get("events")) {
          JsonNode event = EVENTS.get(ref.get("stream").textValue() + '/' + id(ref));
          assertThat(event).as("%s of %s", ref, line).isNotNull();
          OffsetDateTime at = OffsetDateTime.parse(event.get("eventTime").textValue());
          earliest = at.isBefore(earliest) ? at : earliest;
        }
        assertThat(OffsetDateTime.parse(label.get("startTime").textValue())).isEqualTo(earliest);
      }
    }
  }

  @Test
  void everyLossIsASettledTransactionOfItsLabel() throws IOException {
    for (String line : Files.readAllLines(folder.resolve(CityFiles.LABELS))) {
      JsonNode label = JSON.readTree(line);
      Set<String> settled = new HashSet<>();
      for (JsonNode ref : label.get("events")) {
        JsonNode event = EVENTS.get(ref.get("stream").textValue() + '/' + id(ref));
        if ("SETTLED".equals(event.path("result").asText())) {
          settled.add(event.get("eventTime").textValue() + event.get("amountMinor"));
        }
      }
      for (JsonNode loss : label.get("lossTimes")) {
        assertThat(settled).contains(loss.get("eventTime").textValue() + loss.get("amountMinor"));
      }
    }
  }

  @Test
  void everyCoreRowIsTold() throws IOException {
    Set<String> patterns = new HashSet<>();
    for (String line : Files.readAllLines(folder.resolve(CityFiles.LABELS))) {
      patterns.add(JSON.readTree(line).get("pattern").textValue());
    }
    assertThat(patterns).contains("V1", "V2", "V3", "B2", "P1", "O3");
  }

  private static String id(JsonNode named) {
    return named.get("source").textValue() + '/' + named.get("eventId").textValue();
  }
}
