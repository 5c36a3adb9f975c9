package org.tocsin.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/**
 * The plain JSON form of every stream, one object a line. Driven by the schema: there is one reader
 * and one writer for all. Thread-safe.
 */
public final class PlainJson {

  private static final int DEPTH_MAX = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              // The record's own limit bounds the rest: text, names and digits.
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          // Names come from outside: interning them would let anyone fill the JVM's table.
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
          .build();

  private PlainJson() {}

  /**
   * Reads one line, without its line end.
   *
   * @param now the machine's clock, epoch milliseconds
   */
  public static Reading read(Contract contract, byte[] line, long now) {
    if (tooLarge(contract, line.length)) {
      String start = new String(line, 0, Contract.RECORD_BYTES_MAX, StandardCharsets.UTF_8);
      return new Problem(ReasonCode.RECORD_TOO_LARGE, "the record must not be over 64 KiB")
          .refused(Legible.inJson(start));
    }
    String text = StrictText.of(line, 0, line.length);
    if (text == null) {
      String legible = new String(line, StandardCharsets.UTF_8);
      return new Problem(ReasonCode.INVALID_UTF8, "the record must be valid UTF-8")
          .refused(Legible.inJson(legible));
    }
    return readWithin(contract, text, now);
  }

  /** The same for a line that is text already. */
  public static Reading read(Contract contract, String line, long now) {
    return read(contract, line.getBytes(StandardCharsets.UTF_8), now);
  }

  static boolean tooLarge(Contract contract, int bytes) {
    return bytes > Contract.RECORD_BYTES_MAX && contract.direction() == Contract.Direction.INPUT;
  }

  private static Reading readWithin(Contract contract, String line, long now) {
    String text = line.startsWith("\ufeff") ? line.substring(1) : line;
    if (text.isBlank()) {
      return new Problem(ReasonCode.EMPTY_RECORD, "the line must hold a JSON object")
          .refused(Legible.NOTHING);
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readObject(contract, parser, text, now);
    } catch (StreamConstraintsException e) {
      return new Problem(
              ReasonCode.TOO_DEEP, "the record must not be nested more than 64 levels deep")
          .refused(Legible.inJson(text));
    } catch (JsonProcessingException e) {
      return broken("the line is not well-formed JSON, at or before column " + column(e), text);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be read", e);
    }
  }

  private static Reading readObject(Contract contract, JsonParser parser, String text, long now)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      // A line that is not even JSON is told so, rather than that it is no object.
      parser.skipChildren();
      requireEnd(parser);
      return new Problem(ReasonCode.NOT_AN_OBJECT, "the line must be a JSON object")
          .refused(Legible.NOTHING);
    }
    JsonReader reader = new JsonReader(parser);
    GenericData.Record record = reader.object(contract.plan());
    requireEnd(parser);
    Problem problem =
        reader.problem() != null ? reader.problem() : Checks.problem(contract.plan(), record, now);
    return problem == null ? new Reading.Accepted(record) : problem.refused(Legible.inJson(text));
  }

  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "more follows");
    }
  }

  private static Reading broken(String reason, String text) {
    return new Problem(ReasonCode.BROKEN_JSON, reason).refused(Legible.inJson(text));
  }

  private static int column(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
  }

  /**
   * One line, without a line end. What is absent is left out of an input record and null in an
   * output record, so that its readers always find the field.
   *
   * @param zone gives the offset of every time
   */
  public static String write(Contract contract, IndexedRecord record, ZoneId zone) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      boolean writeNulls = contract.direction() != Contract.Direction.INPUT;
      new JsonWriter(out, zone, writeNulls).object(contract.plan(), record);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be written", e);
    }
    return text.toString();
  }
}
