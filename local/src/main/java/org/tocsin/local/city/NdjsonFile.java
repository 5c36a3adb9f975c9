package org.tocsin.local.city;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One record a line. */
final class NdjsonFile implements Closeable {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private long lines;

  NdjsonFile(Path file) throws IOException {
    json = FACTORY.createGenerator(Files.newBufferedWriter(file));
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  void write(Record record) throws IOException {
    PlainJson.write(json, record);
    lines++;
  }

  long lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    if (lines > 0) {
      json.writeRaw('\n');
    }
    json.close();
  }
}
