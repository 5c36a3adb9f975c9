package org.tocsin.schemas;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A schema read once: its fields in the contract's order.
 *
 * @param atLeastOneOf the fields of which one must be there; empty when there is no such rule
 */
record RecordPlan(
    Schema schema, FieldPlan[] fields, Map<String, FieldPlan> byName, FieldPlan[] atLeastOneOf) {

  static RecordPlan of(Schema schema) {
    return of(schema, "");
  }

  static RecordPlan of(Schema schema, String prefix) {
    FieldPlan[] fields =
        schema.getFields().stream()
            .map(field -> FieldPlan.of(field, prefix))
            .toArray(FieldPlan[]::new);
    Map<String, FieldPlan> byName = new HashMap<>();
    Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
    return new RecordPlan(schema, fields, byName, atLeastOneOf(schema, byName));
  }

  private static FieldPlan[] atLeastOneOf(Schema schema, Map<String, FieldPlan> byName) {
    Object names = schema.getObjectProp("atLeastOneOf");
    return names == null
        ? new FieldPlan[0]
        : ((Collection<?>) names).stream().map(byName::get).toArray(FieldPlan[]::new);
  }

  String namesOfAtLeastOne() {
    return String.join(", ", List.of(atLeastOneOf).stream().map(FieldPlan::path).toList());
  }
}
