package org.tocsin.local.replay;

/**
 * A line of a working file, between the job and the output file: what the output file needs to know
 * of the record, before its JSON.
 *
 * @param id of the signal, warning, task, case or advice
 * @param time event time, epoch milliseconds
 */
record RawLine(String id, long time, String json) {

  private static final char SEPARATOR = '\t';

  /** JSON and ids hold no tab. */
  String text() {
    return id + SEPARATOR + time + SEPARATOR + json;
  }

  static RawLine parse(String text) {
    int first = text.indexOf(SEPARATOR);
    int second = text.indexOf(SEPARATOR, first + 1);
    return new RawLine(
        text.substring(0, first),
        Long.parseLong(text.substring(first + 1, second)),
        text.substring(second + 1));
  }
}
