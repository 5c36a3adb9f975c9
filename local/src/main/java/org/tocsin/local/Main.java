package org.tocsin.local;

import org.tocsin.local.bench.BenchCommand;
import org.tocsin.local.city.SimulateCommand;
import org.tocsin.local.evaluate.EvaluateCommand;
import org.tocsin.local.feed.FeedCommand;
import org.tocsin.local.replay.ReplayCommand;
import org.tocsin.local.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * What {@code ./tocsin} runs. A new command is a picocli class in a package of its own and a line
 * in {@code subcommands} below; it throws {@link CannotRun} for whatever a person can put right.
 */
@Command(
    name = "tocsin",
    description = "Warns people before their money leaves: anti-fraud early warning, all in one.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      UpCommand.class,
      FeedCommand.class,
      ReplayCommand.class,
      SimulateCommand.class,
      EvaluateCommand.class,
      BenchCommand.class
    })
public final class Main {

  /** Everything done. */
  static final int OK = 0;

  /** A fault of ours, not of the input or the options. */
  static final int FAULT = 1;

  /** What was asked cannot be done, as one line says. */
  public static final int REFUSED = 2;

  private Main() {}

  public static void main(String[] args) {
    RunLog log = RunLog.open();
    int status = commandLine(log).execute(args);
    System.exit(status);
  }

  static CommandLine commandLine(RunLog log) {
    CommandLine line = new CommandLine(new Main());
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(new Version()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::wrongUsage);
    line.setExecutionExceptionHandler((e, failed, parsed) -> report(e, failed, log));
    line.setExecutionStrategy(Main::runOrExplain);
    return line;
  }

  private static int runOrExplain(CommandLine.ParseResult parsed) {
    boolean nothingAsked =
        !parsed.hasSubcommand()
            && !parsed.isUsageHelpRequested()
            && !parsed.isVersionHelpRequested();
    if (nothingAsked) {
      parsed.commandSpec().commandLine().usage(System.err);
      return REFUSED;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int wrongUsage(CommandLine.ParameterException e, String[] args) {
    CommandLine failed = e.getCommandLine();
    String command = failed.getCommandSpec().qualifiedName();
    failed.getErr().printf("%s: %s (see %s --help)%n", command, oneLine(e), command);
    return REFUSED;
  }

  private static int report(Exception e, CommandLine failed, RunLog log) {
    String command = failed.getCommandSpec().qualifiedName();
    if (e instanceof CannotRun) {
      failed.getErr().printf("%s: %s%n", command, oneLine(e));
      return REFUSED;
    }
    failed.getErr().printf("%s: failed: %s. Details: %s%n", command, oneLine(e), log.keep(e));
    return FAULT;
  }

  private static String oneLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
