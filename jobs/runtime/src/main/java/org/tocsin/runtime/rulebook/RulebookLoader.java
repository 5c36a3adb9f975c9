package org.tocsin.runtime.rulebook;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.tocsin.core.rulebook.Rulebook;

/**
 * Reads the rulebook: YAML, checked whole against its JSON Schema and refused whole, with
 * everything that is wrong in one message. Durations are ISO-8601 ({@code PT10M}), money is in
 * minor units. A file either holds everything, or only what differs from the rulebook that comes
 * with this version ({@link OwnRules}).
 */
public final class RulebookLoader {

  private static final String DEFAULT = "/tocsin/rulebook.yaml";
  private static final String SCHEMA = "/tocsin/rulebook.schema.json";

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private RulebookLoader() {}

  /** The rulebook that comes with this version. */
  public static Rulebook standard() {
    return parse(standardText(), "the standard rulebook");
  }

  static String standardText() {
    return resource(DEFAULT);
  }

  /**
   * @throws InvalidRulebookException when the file cannot be read, or anything in it is wrong
   */
  public static Rulebook load(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new InvalidRulebookException(file.toString(), List.of("cannot be read: " + e));
    }
  }

  /**
   * @param name what messages call it
   * @throws InvalidRulebookException when anything in it is wrong
   */
  public static Rulebook parse(String yaml, String name) {
    try {
      JsonNode tree = OwnRules.over(YAML.readTree(yaml), RulebookLoader::standardTree);
      List<String> problems = problems(tree);
      if (!problems.isEmpty()) {
        throw new InvalidRulebookException(name, problems);
      }
      return YAML.treeToValue(tree, Rulebook.class);
    } catch (JacksonException e) {
      throw new InvalidRulebookException(name, List.of(oneLine(e)));
    }
  }

  private static ObjectNode standardTree() {
    try {
      return (ObjectNode) YAML.readTree(standardText());
    } catch (JacksonException e) {
      throw new IllegalStateException("the standard rulebook is no YAML", e);
    }
  }

  private static List<String> problems(JsonNode tree) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource(SCHEMA));
    List<String> problems =
        new ArrayList<>(
            schema.validate(tree).stream().map(ValidationMessage::getMessage).sorted().toList());
    if (problems.isEmpty()) {
      addZoneProblem(tree.path("zone").asText(), problems);
      addCurrencyProblem("$.currency", tree.path("currency").asText(), problems);
      tree.path("rates")
          .fieldNames()
          .forEachRemaining(code -> addCurrencyProblem("$.rates", code, problems));
    }
    return problems;
  }

  /** Which zones there are, no schema can say. */
  private static void addZoneProblem(String zone, List<String> problems) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add("$.zone: " + zone + " is no time zone");
    }
  }

  /** Nor which currencies. */
  private static void addCurrencyProblem(String where, String code, List<String> problems) {
    try {
      Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      problems.add(where + ": " + code + " is no currency of ISO 4217");
    }
  }

  private static String oneLine(JacksonException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line %d, column %d)"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return e.getOriginalMessage().lines().findFirst().orElse("is no YAML") + where;
  }

  private static String resource(String path) {
    try (InputStream in = Rulebook.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + path, e);
    }
  }
}
