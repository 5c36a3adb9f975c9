package org.tocsin.local.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.local.CannotRun;
import org.tocsin.local.city.CityFacts;
import org.tocsin.local.city.CityFiles;
import org.tocsin.local.evaluate.Evaluator.Scope;
import org.tocsin.local.evaluate.LabelFile.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tocsin evaluate}: how good the warnings are, against labels. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Compares warnings with labels: what was found, how early, and what was false.")
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--labels", required = true, paramLabel = "FILE", description = "What happened.")
  private Path labels;

  @Option(
      names = "--warnings",
      required = true,
      paramLabel = "FILE",
      description = "What was said.")
  private Path warnings;

  @Option(
      names = "--lookalikes",
      paramLabel = "FILE",
      description = "Honest look-alikes (default: lookalikes.ndjson beside the labels, if there).")
  private Path lookAlikes;

  @Option(
      names = "--persons",
      paramLabel = "N",
      description = "Persons observed (default: from city.json beside the labels, if there).")
  private Long persons;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days observed (default: from city.json beside the labels, if there).")
  private Double days;

  @Option(
      names = "--large",
      paramLabel = "FEN",
      defaultValue = "1000000",
      description = "From which amount a loss is large (default: ${DEFAULT-VALUE} fen).")
  private long large;

  @Option(names = "--json", description = "Print JSON for a program.")
  private boolean json;

  @Override
  public Integer call() {
    Evaluator evaluator = new Evaluator(scope());
    Evaluation evaluation =
        evaluator.evaluate(LabelFile.read(labels), WarningFile.read(warnings), honest());
    PrintWriter terminal = spec.commandLine().getOut();
    if (json) {
      terminal.println(asJson(evaluation));
      terminal.flush();
    } else {
      new EvaluationTable(terminal).print(evaluation);
    }
    return 0;
  }

  private Scope scope() {
    CannotRun.unless(persons == null || persons > 0, "--persons must be greater than 0");
    CannotRun.unless(
        days == null || days > 0 && Double.isFinite(days), "--days must be greater than 0");
    CannotRun.unless(large > 0, "--large must be greater than 0");
    Path facts = labels.resolveSibling(CityFacts.FILE);
    Long knownPersons = persons;
    Double knownDays = days;
    if (Files.exists(facts) && (persons == null || days == null)) {
      JsonLine[] city = new JsonLine[1];
      JsonLines.read(facts, line -> city[0] = line);
      if (city[0] != null) {
        knownPersons = persons == null ? Long.valueOf(city[0].positive("persons")) : persons;
        knownDays = days == null ? Double.valueOf(city[0].positive("days")) : days;
      }
    }
    return new Scope(knownPersons, knownDays, large);
  }

  private List<Label> honest() {
    if (lookAlikes != null) {
      return LabelFile.read(lookAlikes);
    }
    Path beside = labels.resolveSibling(CityFiles.LOOK_ALIKES);
    return Files.exists(beside) ? LabelFile.read(beside) : List.of();
  }

  private static String asJson(Evaluation evaluation) {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(evaluation);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
