package org.tocsin.schemas;

/**
 * Why a record was refused. The names are stable: programs of banks and carriers act on them. New
 * ones go at the end.
 */
public enum ReasonCode {
  EMPTY_RECORD("There is nothing in the record: a blank line, or a message without a value."),
  RECORD_TOO_LARGE("The record is over 64 KiB."),
  INVALID_UTF8("The record, or a text in it, is not valid UTF-8."),
  BROKEN_JSON(
      "The line is not one whole JSON value: it breaks off, is malformed, or more follows."),
  NOT_AN_OBJECT("The line is JSON, but not an object."),
  TOO_DEEP("The JSON is nested more than 64 levels deep."),
  DUPLICATE_FIELD("A named field stands twice in the record, so it is unclear which one counts."),
  BROKEN_AVRO(
      "The message is no Avro single-object: its marker is missing, or its body breaks off, does"
          + " not fit its schema, or is followed by more."),
  UNKNOWN_SCHEMA(
      "The message was written with a schema that is no released version of any stream."),
  WRONG_STREAM("The message was written with the schema of another stream."),
  MISSING_FIELD("A required field is absent or null."),
  MISSING_ONE_OF("Of several fields at least one is required, and all are absent or null."),
  WRONG_TYPE("A field has another type than the contract says, such as a number given as text."),
  UNKNOWN_VALUE("A field has a value that is none of those the contract names."),
  EMPTY_VALUE("A field that must hold something is empty or blank."),
  TOO_LONG("A text is longer than its field may be."),
  BAD_FORMAT("A text does not have the form of its field, or holds characters it may not."),
  BAD_TIME("A time is not written in RFC 3339 with an offset and at most milliseconds."),
  OUT_OF_RANGE("A number or time is outside the range of its field."),
  TOO_OLD("eventTime is before the year 2000."),
  TOO_FAR_AHEAD("eventTime is more than 24 hours ahead of the machine's clock."),
  LATE("The record comes so late that no rule can use it any more.");

  private final String sentence;

  ReasonCode(String sentence) {
    this.sentence = sentence;
  }

  /** What the code means, for the reference page. */
  public String sentence() {
    return sentence;
  }
}
