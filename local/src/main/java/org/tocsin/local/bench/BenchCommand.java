package org.tocsin.local.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tocsin.local.CannotRun;
import org.tocsin.local.StopSignal;
import org.tocsin.local.WorkFolder;
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

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures as JSON")
  private Path json;

  @Option(
      names = "--quick",
      description = "a small run that only shows that everything works; its figures mean nothing")
  private boolean quick;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      split = ",",
      description = "numbers of accounts to measure with, even; default 100000,1000000")
  private List<Integer> accounts = List.of();

  @Option(
      names = "--parts",
      paramLabel = "PART",
      split = ",",
      description = "what to measure: ${COMPLETION-CANDIDATES}; default all")
  private Set<BenchPlan.Part> parts = EnumSet.allOf(BenchPlan.Part.class);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    refuseWhereJsonCannotGo();
    BenchPlan plan = plan();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    StopSignal stop = StopSignal.listen(Thread.currentThread()::interrupt);
    try (WorkFolder folder = WorkFolder.in(TEMPORARY, "tocsin-bench")) {
      BenchReport report = new Bench(plan, folder.path(), progress).run();
      report.print(out);
      if (json != null) {
        report.write(json);
      }
      return 0;
    } catch (Exception e) {
      // Whatever was interrupted says so in its own way, and everything is closed by now.
      if (stop.given()) {
        return stop.status();
      }
      throw e;
    }
  }

  private BenchPlan plan() {
    for (int each : accounts) {
      if (each < 2 || each % 2 != 0) {
        throw new CannotRun("--accounts %d: must be even and at least 2".formatted(each));
      }
    }
    BenchPlan plan = (quick ? BenchPlan.QUICK : BenchPlan.FULL).withParts(parts);
    return accounts.isEmpty() ? plan : plan.withAccounts(accounts);
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
