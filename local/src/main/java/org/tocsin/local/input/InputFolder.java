package org.tocsin.local.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tocsin.local.CannotRun;
import org.tocsin.local.sort.MergedRuns;
import org.tocsin.local.sort.SortedRuns;
import org.tocsin.runtime.wire.Rejection;
import org.tocsin.schemas.Contract;

/** A folder with input files: one for each stream, any of which may be absent. */
public final class InputFolder {

  /** Memory for the sort before it goes to disk. */
  private static final long SORT_BYTES = 96L << 20;

  private final Path folder;
  private final List<Contract> present;

  private InputFolder(Path folder, List<Contract> present) {
    this.folder = folder;
    this.present = present;
  }

  /**
   * @throws CannotRun when there is nothing to read
   */
  public static InputFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? "is not a folder" : "does not exist";
      throw new CannotRun("the input folder %s %s".formatted(folder, what));
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw new CannotRun("the input folder %s cannot be read".formatted(folder));
    }
    List<Contract> present =
        Contract.inputs().stream().filter(c -> Files.exists(folder.resolve(c.file()))).toList();
    if (present.isEmpty()) {
      throw new CannotRun(
          "the input folder %s has none of the files %s".formatted(folder, names()));
    }
    for (Contract stream : present) {
      requireReadable(folder.resolve(stream.file()));
    }
    return new InputFolder(folder, present);
  }

  private static String names() {
    return Contract.inputs().stream().map(Contract::file).collect(Collectors.joining(", "));
  }

  private static void requireReadable(Path file) {
    if (Files.isDirectory(file)) {
      throw new CannotRun("%s is a folder, not a file".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new CannotRun("%s cannot be read".formatted(file));
    }
  }

  /**
   * What was read.
   *
   * @param counts of every input stream, none left out
   * @param runs files to be read through {@link MergedRuns}
   */
  public record Sorted(Map<Contract, StreamCounts> counts, List<Path> runs) {

    public StreamCounts total() {
      return counts.values().stream().reduce(StreamCounts.NONE, StreamCounts::plus);
    }
  }

  /**
   * Reads every file and sorts what is accepted by time, stream, source and id.
   *
   * @param work a folder for the sort's files, which the caller deletes
   * @param refusals told of each refused line, stream by stream in the order of lines
   */
  public Sorted sort(
      InputSettings settings, Path work, Consumer<Rejection> refusals, Progress progress) {
    Map<Contract, StreamCounts> counts = new EnumMap<>(Contract.class);
    Contract.inputs().forEach(stream -> counts.put(stream, StreamCounts.NONE));
    List<Path> runs = new ArrayList<>();
    try (InOrder workers = new InOrder()) {
      for (Contract stream : present) {
        SortedRuns sort = new SortedRuns(work, stream.name(), SORT_BYTES);
        counts.put(
            stream,
            new StreamFile(stream, settings, refusals, sort)
                .read(folder.resolve(stream.file()), workers, progress));
        runs.addAll(sort.finish());
      }
    } catch (IOException e) {
      throw new CannotRun("the input cannot be read or sorted: " + e.getMessage(), e);
    }
    return new Sorted(counts, runs);
  }
}
