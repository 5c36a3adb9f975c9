package org.tocsin.schemas;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reference pages, made from the schemas and the codes themselves. */
final class ReferencePages {

  private static final String GENERATED =
      "<!-- Generated from the schemas; `mvn test -pl schemas -Dtocsin.docs.write=true` writes it anew. -->\n";

  private ReferencePages() {}

  static String reasonCodes() {
    StringBuilder page = new StringBuilder("# Why a record is refused\n\n");
    page.append(GENERATED)
        .append(
            """

            A refused record stands whole on `rejected.v1` (in a replay in `rejected.ndjson`) with its code, and with a sentence that names the field
            and what was expected. The sentence never repeats what was sent. Codes are stable; new ones may come, so a program should take one
            it does not know as a refusal like any other.

            | code | what it means |
            |---|---|
            """);
    for (ReasonCode code : ReasonCode.values()) {
      page.append("| `%s` | %s |\n".formatted(code, code.sentence()));
    }
    return page.toString();
  }

  static String streams() {
    StringBuilder page = new StringBuilder("# The streams, field by field\n\n");
    page.append(GENERATED)
        .append(
            """

            Kafka carries Avro in single-object encoding; files carry the same records as plain JSON, one object a line, UTF-8. A field that is not
            required may be left out or null. Unknown fields are ignored on input. What breaks a limit is refused with a code of
            [reason-codes.md](reason-codes.md). An input record may have 64 KiB, in either form.

            Forms of text:

            | form | expected |
            |---|---|
            """);
    for (Form form : Form.values()) {
      page.append("| %s | %s |\n".formatted(name(form), form.expected()));
    }
    page.append("| time | RFC 3339 with an offset and at most milliseconds |\n");
    page.append(
        "\nThe fingerprint is CRC-64-AVRO of the schema, as the header of a message carries it.\n");
    page.append("\n## Input\n");
    Contract.inputs().forEach(contract -> stream(page, contract));
    page.append("\n## Output\n\nAbsent fields are written as null.\n");
    Contract.outputs().forEach(contract -> stream(page, contract));
    page.append(
        "\n## Inside the centre\n\nNot part of the contract: between jobs and desk, in no folder.\n");
    Contract.internal().forEach(contract -> stream(page, contract));
    return page.toString();
  }

  private static void stream(StringBuilder page, Contract contract) {
    page.append("\n### %s\n\n".formatted(contract.topic()));
    page.append(
        "%sschema [%s.avsc](../../schemas/src/main/resources/tocsin/schemas/%s.avsc) · fingerprint `%016x`\n\n"
            .formatted(
                contract.direction() == Contract.Direction.INTERNAL
                    ? ""
                    : "File `" + contract.file() + "` · ",
                contract.topic(),
                contract.topic(),
                contract.fingerprint()));
    page.append(contract.schema().getDoc()).append('\n');
    RecordPlan plan = contract.plan();
    if (plan.atLeastOneOf().length > 0) {
      page.append("\nAt least one is required of: %s.\n".formatted(plan.namesOfAtLeastOne()));
    }
    page.append("\n| field | type | required | limits | meaning |\n|---|---|---|---|---|\n");
    rows(page, plan);
  }

  private static void rows(StringBuilder page, RecordPlan plan) {
    for (FieldPlan field : plan.fields()) {
      boolean required = !field.nullable() && !field.hasDefault();
      page.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  field.path(),
                  type(field),
                  required ? "yes" : "",
                  limits(plan, field),
                  plan.schema().getFields().get(field.position()).doc()));
      if (field.nested() != null) {
        rows(page, field.nested());
      }
    }
  }

  private static String type(FieldPlan field) {
    return switch (field.type()) {
      case TEXT -> "text";
      case WHOLE, SHORT_WHOLE -> "whole number";
      case BOOLEAN -> "boolean";
      case TIME -> "time";
      case ENUM -> "one of";
      case RECORD -> "object";
      case TEXTS -> "array of texts";
      case RECORDS -> "array of objects";
      case TEXT_BY_NAME -> "object of texts";
    };
  }

  private static String limits(RecordPlan plan, FieldPlan field) {
    if (field.type() == FieldPlan.Type.ENUM) {
      return field.schema().getEnumSymbols().stream()
          .map(symbol -> "`" + symbol + "`")
          .collect(Collectors.joining(" "));
    } else if (field.form() != null) {
      return name(field.form());
    }
    String unit = plan.schema().getFields().get(field.position()).getProp("unit");
    String range =
        switch (field.type()) {
          case WHOLE, SHORT_WHOLE -> range(field);
          case RECORDS, TEXTS -> field.min() > 0 ? "at least " + field.min() : "";
          default -> "";
        };
    return unit == null ? range : range + ", " + unit;
  }

  private static String range(FieldPlan field) {
    boolean open = field.max() == Long.MAX_VALUE || field.max() == Integer.MAX_VALUE;
    return open ? "≥ " + field.min() : field.min() + " … " + field.max();
  }

  private static String name(Form form) {
    return Arrays.stream(form.name().split("_"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
