package org.tocsin.schemas;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** A schema read once: its fields in the contract's order, and what holds between them. */
final class RecordPlan {

  private final Schema schema;
  private final FieldPlan[] fields;
  private final Map<String, FieldPlan> byName = new HashMap<>();
  private final FieldPlan[] atLeastOneOf;

  private RecordPlan(Schema schema, String prefix) {
    this.schema = schema;
    this.fields =
        schema.getFields().stream()
            .map(field -> FieldPlan.of(field, prefix))
            .toArray(FieldPlan[]::new);
    Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
    Object names = schema.getObjectProp("atLeastOneOf");
    this.atLeastOneOf =
        names == null
            ? new FieldPlan[0]
            : ((Collection<?>) names).stream().map(byName::get).toArray(FieldPlan[]::new);
  }

  static RecordPlan of(Schema schema) {
    return of(schema, "");
  }

  /**
   * The plan of a record inside another.
   *
   * @param prefix stands before the names of its fields in what a refusal says
   */
  static RecordPlan of(Schema schema, String prefix) {
    return new RecordPlan(schema, prefix);
  }

  Schema schema() {
    return schema;
  }

  /** Not a copy: it is walked for every record. */
  FieldPlan[] fields() {
    return fields;
  }

  /** Null when the contract names no such field. */
  FieldPlan field(String name) {
    return byName.get(name);
  }

  /** The fields of which one must be there; empty when there is no such rule. */
  FieldPlan[] atLeastOneOf() {
    return atLeastOneOf;
  }

  String namesOfAtLeastOne() {
    return Arrays.stream(atLeastOneOf).map(FieldPlan::path).collect(Collectors.joining(", "));
  }
}
