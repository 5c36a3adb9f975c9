package org.tocsin.local.city;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.core.event.Event;
import org.tocsin.local.city.world.Almanac;
import org.tocsin.runtime.wire.Outgoing;

/** One record a line. */
final class NdjsonFile implements Closeable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final BufferedWriter writer;
  private long lines;

  NdjsonFile(Path file) throws IOException {
    writer = Files.newBufferedWriter(file);
  }

  /** As the contract has it. */
  void event(Event event) throws IOException {
    line(Outgoing.of(event).line(Almanac.ZONE));
  }

  void write(Record record) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      RecordJson.write(json, record);
    }
    line(text.toString());
  }

  long lines() {
    return lines;
  }

  private void line(String text) throws IOException {
    writer.write(text);
    writer.write('\n');
    lines++;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
