package org.tocsin.local.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes each element as a line of a file, in the order they come. */
final class LineSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final Line<T> line;

  /** An element as a line. */
  interface Line<T> extends Serializable {
    RawLine of(T element);
  }

  LineSink(Path file, Line<T> line) {
    this.file = file.toString();
    this.line = line;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Writer<>(Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8), line);
  }

  private record Writer<T>(BufferedWriter out, Line<T> line) implements SinkWriter<T> {

    @Override
    public void write(T element, Context context) throws IOException {
      out.write(line.of(element).text());
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
