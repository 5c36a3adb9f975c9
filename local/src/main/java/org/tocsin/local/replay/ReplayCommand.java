package org.tocsin.local.replay;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.local.CannotRun;
import org.tocsin.runtime.rulebook.InvalidRulebookException;
import org.tocsin.runtime.rulebook.RulebookLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tocsin replay}. */
@Command(
    name = "replay",
    description =
        "Runs the jobs over the input files of a folder, in event time, and writes what they find.",
    footer = {
      "",
      "The same input gives the same output, whatever the order of its lines. Each output file is"
          + " written whole or not at all."
    },
    mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

  @Option(names = "--in", required = true, paramLabel = "DIR", description = "Folder to read.")
  private Path in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write; made when it does not exist, its earlier files replaced.")
  private Path out;

  @Option(
      names = "--rulebook",
      paramLabel = "FILE",
      description = "Rulebook to judge by; without it the one that comes with this version.")
  private Path rulebook;

  @Override
  public Integer call() throws Exception {
    Summary summary = new Replay(in, out, rules(), System.err).run();
    System.out.print(summary.table());
    return 0;
  }

  private Rulebook rules() {
    try {
      return rulebook == null ? RulebookLoader.standard() : RulebookLoader.load(rulebook);
    } catch (InvalidRulebookException e) {
      throw new CannotRun(e.getMessage(), e);
    }
  }
}
