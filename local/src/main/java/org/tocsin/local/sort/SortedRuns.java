package org.tocsin.local.sort;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The writing half of an external merge sort: entries are collected up to a size, sorted, and
 * written to a file (a run) each time it is reached. {@link MergedRuns} reads them back as one.
 */
public final class SortedRuns {

  /** What an entry costs in memory besides its bytes. */
  private static final int OVERHEAD = 80;

  private final Path folder;
  private final String name;
  private final long bytesMax;
  private final List<SortEntry> collected = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private long bytes;

  /**
   * @param folder where the runs are written; whoever made it deletes it
   * @param name a prefix for the runs' files
   * @param bytesMax memory to use before a run is written
   */
  public SortedRuns(Path folder, String name, long bytesMax) {
    this.folder = folder;
    this.name = name;
    this.bytesMax = bytesMax;
  }

  public void add(SortEntry entry) throws IOException {
    collected.add(entry);
    bytes += OVERHEAD + entry.key().length + entry.record().length;
    if (bytes >= bytesMax) {
      writeRun();
    }
  }

  /** Writes what is left and says which files hold the runs. */
  public List<Path> finish() throws IOException {
    if (!collected.isEmpty()) {
      writeRun();
    }
    return List.copyOf(runs);
  }

  private void writeRun() throws IOException {
    Collections.sort(collected);
    Path run = folder.resolve("%s-%04d.run".formatted(name, runs.size()));
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 18))) {
      for (SortEntry entry : collected) {
        entry.write(out);
      }
    }
    runs.add(run);
    collected.clear();
    bytes = 0;
  }
}
