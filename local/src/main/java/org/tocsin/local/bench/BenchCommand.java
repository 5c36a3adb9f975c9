package org.tocsin.local.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tocsin.local.CannotRun;
import org.tocsin.local.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures this machine: the detection job beside the identity job and beside stock CEP. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the detection job on this machine, as ratios to what any job costs.",
      "Takes some minutes and all cores; docs/reference/bench.md explains the figures."
    })
public final class BenchCommand implements Callable<Integer> {

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures as JSON")
  private Path json;

  @Option(
      names = "--quick",
      description = "a small run that only shows that everything works; its figures mean nothing")
  private boolean quick;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    refuseWhereJsonCannotGo();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    Path folder = Files.createTempDirectory("tocsin-bench");
    try {
      BenchReport report =
          new Bench(quick ? BenchPlan.QUICK : BenchPlan.FULL, folder, progress).run();
      report.print(out);
      if (json != null) {
        report.write(json);
      }
      return 0;
    } finally {
      Folders.delete(folder);
    }
  }

  /** Told before the run, not after its minutes. */
  private void refuseWhereJsonCannotGo() {
    if (json == null) {
      return;
    }
    Path folder = json.toAbsolutePath().getParent();
    if (Files.isDirectory(json) || folder == null || !Files.isDirectory(folder)) {
      throw new CannotRun("cannot write " + json + ": it must be a file in a folder that is there");
    }
  }
}
