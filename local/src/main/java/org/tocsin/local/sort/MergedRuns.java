package org.tocsin.local.sort;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The runs of a sort, read as one sorted sequence. */
public final class MergedRuns implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final List<DataInputStream> open = new ArrayList<>();
  private final PriorityQueue<Head> heads = new PriorityQueue<>();

  private record Head(SortEntry entry, DataInputStream rest) implements Comparable<Head> {
    @Override
    public int compareTo(Head other) {
      return entry.compareTo(other.entry);
    }
  }

  public MergedRuns(List<Path> runs) throws IOException {
    try {
      for (Path run : runs) {
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(run), BUFFER));
        open.add(in);
        push(in);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** The next record's bytes in order; null at the end. */
  public byte[] next() throws IOException {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    push(head.rest);
    return head.entry.record();
  }

  private void push(DataInputStream in) throws IOException {
    SortEntry entry = SortEntry.read(in);
    if (entry != null) {
      heads.add(new Head(entry, in));
    }
  }

  @Override
  public void close() throws IOException {
    for (DataInputStream in : open) {
      in.close();
    }
  }
}
