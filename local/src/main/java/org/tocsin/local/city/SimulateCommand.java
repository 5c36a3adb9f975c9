package org.tocsin.local.city;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.tocsin.local.CannotRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./tocsin simulate}: a made-up city as input files, with labels of what really happened.
 */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Writes the input files of a simulated city, and labels of the fraud in it.")
public final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Option(
      names = "--persons",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Persons in the city (default: ${DEFAULT-VALUE}).")
  private int persons;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description = "Days to simulate (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same files (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      defaultValue = "2025-03-03",
      converter = Day.class,
      description = "First day (default: ${DEFAULT-VALUE}).")
  private LocalDate start;

  @Option(
      names = "--stories",
      paramLabel = "X",
      defaultValue = "" + CityPlan.STORIES,
      description = "Fraud stories per 1,000 persons (default: ${DEFAULT-VALUE}).")
  private double stories;

  @Option(
      names = "--lookalikes",
      paramLabel = "X",
      defaultValue = "" + CityPlan.LOOK_ALIKES,
      description = "Honest look-alikes per 1,000 persons (default: ${DEFAULT-VALUE}).")
  private double lookAlikes;

  @Override
  public Integer call() {
    CannotRun.unless(persons >= CityPlan.FEWEST, "--persons must be at least " + CityPlan.FEWEST);
    CannotRun.unless(days >= 1 && days <= 3_650, "--days must be between 1 and 3650");
    CannotRun.unless(
        start.getYear() >= 2001 && start.getYear() <= 2200,
        "--start must lie between the years 2001 and 2200");
    CannotRun.unless(
        stories >= 0 && stories <= 1_000 && lookAlikes >= 0 && lookAlikes <= 1_000,
        "--stories and --lookalikes must be between 0 and 1000");
    CityPlan plan = new CityPlan(seed, persons, start, days, stories, lookAlikes);
    try {
      CityFacts facts = CityFiles.write(plan, out);
      say(facts);
    } catch (IOException e) {
      throw new CannotRun("cannot write to " + out + ": " + e.getMessage(), e);
    }
    return 0;
  }

  private void say(CityFacts facts) {
    long events =
        facts.transactions()
            + facts.calls()
            + facts.cardOpenings()
            + facts.clues()
            + facts.outcomes();
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf("%,d events of %,d persons over %d days%n", events, persons, days);
    terminal.printf("  transactions   %,12d%n", facts.transactions());
    terminal.printf("  calls          %,12d%n", facts.calls());
    terminal.printf("  card openings  %,12d%n", facts.cardOpenings());
    terminal.printf("  clues          %,12d%n", facts.clues());
    terminal.printf("  outcomes       %,12d%n", facts.outcomes());
    terminal.printf("%,d labels, %,d look-alikes%n", facts.labels(), facts.lookAlikes());
    terminal.printf("written to %s%n", out);
    terminal.flush();
  }

  /** Says what is expected, where the library's own converter names its classes. */
  static final class Day implements CommandLine.ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new CommandLine.TypeConversionException(
            "'" + text + "' is not a date such as 2025-03-03");
      }
    }
  }
}
