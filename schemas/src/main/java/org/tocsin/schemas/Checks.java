package org.tocsin.schemas;

import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** The limits that Avro cannot say, the same for JSON and Avro; they stand in the schemas. */
final class Checks {

  /** 2000-01-01T00:00:00Z. */
  static final long EVENT_TIME_MIN = 946_684_800_000L;

  static final long AHEAD_MILLIS_MAX = 24 * 3_600_000L;

  private Checks() {}

  /**
   * Holds a record against its plan.
   *
   * @param now the machine's clock, epoch milliseconds
   * @return the first problem in the contract's order; null when there is none
   */
  static Problem problem(RecordPlan plan, IndexedRecord record, long now) {
    for (FieldPlan field : plan.fields()) {
      Problem problem = problemOfField(field, record.get(field.position()), now);
      if (problem != null) {
        return problem;
      }
    }
    return problemOfAbsence(plan, record);
  }

  private static Problem problemOfAbsence(RecordPlan plan, IndexedRecord record) {
    FieldPlan[] needed = plan.atLeastOneOf();
    for (FieldPlan field : needed) {
      if (record.get(field.position()) != null) {
        return null;
      }
    }
    return needed.length == 0
        ? null
        : new Problem(
            ReasonCode.MISSING_ONE_OF, "at least one is required of " + plan.namesOfAtLeastOne());
  }

  private static Problem problemOfField(FieldPlan field, Object value, long now) {
    if (value == null) {
      return field.nullable() ? null : missing(field);
    }
    return switch (field.type()) {
      case BOOLEAN, ENUM -> null;
      case TEXT -> field.form().problem(field.path(), (String) value);
      case WHOLE -> problemOfNumber(field, (Long) value);
      case SHORT_WHOLE -> problemOfNumber(field, (Integer) value);
      case TIME -> problemOfTime(field, (Long) value, now);
      case RECORD -> problem(field.nested(), (IndexedRecord) value, now);
      case TEXTS -> problemOfTexts(field, (List<?>) value);
      case TEXT_BY_NAME -> problemOfMap(field, (Map<?, ?>) value);
      case RECORDS -> problemOfRecords(field, (List<?>) value, now);
    };
  }

  static Problem missing(FieldPlan field) {
    return new Problem(ReasonCode.MISSING_FIELD, field.path() + " is required");
  }

  static Problem outOfRange(FieldPlan field) {
    String expected =
        field.max() == Long.MAX_VALUE || field.max() == Integer.MAX_VALUE
            ? "at least %d".formatted(field.min())
            : "from %d to %d".formatted(field.min(), field.max());
    return new Problem(ReasonCode.OUT_OF_RANGE, "%s must be %s".formatted(field.path(), expected));
  }

  private static Problem problemOfNumber(FieldPlan field, long value) {
    return value < field.min() || value > field.max() ? outOfRange(field) : null;
  }

  private static Problem problemOfTime(FieldPlan field, long value, long now) {
    if (!field.eventTime()) {
      return value < Times.MIN || value > Times.MAX
          ? new Problem(
              ReasonCode.OUT_OF_RANGE, field.path() + " must be within the years 0000 to 9999")
          : null;
    }
    if (value < EVENT_TIME_MIN) {
      return new Problem(ReasonCode.TOO_OLD, field.path() + " must not be before the year 2000");
    }
    return value - AHEAD_MILLIS_MAX > now
        ? new Problem(
            ReasonCode.TOO_FAR_AHEAD,
            field.path() + " must not be more than 24 hours ahead of the clock")
        : null;
  }

  private static Problem problemOfTexts(FieldPlan field, List<?> texts) {
    for (Object text : texts) {
      Problem problem = field.form().problem(field.path(), (String) text);
      if (problem != null) {
        return problem;
      }
    }
    return problemOfCount(field, texts);
  }

  private static Problem problemOfMap(FieldPlan field, Map<?, ?> texts) {
    for (Map.Entry<?, ?> entry : texts.entrySet()) {
      Problem name = field.form().problem("a name in " + field.path(), (String) entry.getKey());
      if (name != null) {
        return name;
      }
      Problem text = field.form().problem("a text in " + field.path(), (String) entry.getValue());
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static Problem problemOfRecords(FieldPlan field, List<?> records, long now) {
    for (Object each : records) {
      Problem problem = problem(field.nested(), (IndexedRecord) each, now);
      if (problem != null) {
        return problem;
      }
    }
    return problemOfCount(field, records);
  }

  private static Problem problemOfCount(FieldPlan field, List<?> items) {
    return items.size() < field.min()
        ? new Problem(
            ReasonCode.OUT_OF_RANGE,
            "%s must hold at least %d".formatted(field.path(), field.min()))
        : null;
  }
}
