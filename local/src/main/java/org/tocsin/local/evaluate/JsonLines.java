package org.tocsin.local.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tocsin.local.CannotRun;

/** Reads one JSON object a line; whatever cannot be read is one clear sentence with its place. */
final class JsonLines {
  /** Some editors and tools begin a UTF-8 file with it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonLines() {}

  /**
   * @throws CannotRun when the file or a line in it cannot be read
   */
  static void read(Path file, Consumer<JsonLine> each) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      long number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
          text = text.substring(1);
        }
        if (!text.isBlank()) {
          each.accept(parse(file, number, text));
        }
      }
    } catch (NoSuchFileException e) {
      throw new CannotRun("there is no file " + file, e);
    } catch (CharacterCodingException e) {
      throw new CannotRun(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new CannotRun("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static JsonLine parse(Path file, long number, String text) {
    String place = file + ", line " + number;
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || !node.isObject()) {
        throw new CannotRun(place + ": not a JSON object");
      }
      return new JsonLine(place, node);
    } catch (JsonProcessingException e) {
      throw new CannotRun(place + ": " + e.getOriginalMessage(), e);
    }
  }
}
