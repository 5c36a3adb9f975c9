package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What is kept of whom warnings are about.
 *
 * @param accounts of a person, the latest
 * @param records hashes of the transactions that made her a suspected victim, the latest
 * @param suspectedAt when a warning last said so that somebody is sent to her; 0 for never
 * @param losses what she lost by reports and findings, the latest
 */
@RecordBuilder
record OwnerFile(
    List<String> accounts, long[] records, long suspectedAt, List<Letter.Lost> losses) {

  static final int ACCOUNTS_MAX = 32;
  static final int RECORDS_MAX = 48;
  static final int LOSSES_MAX = 4;

  static final OwnerFile NOTHING = new OwnerFile(List.of(), new long[0], 0, List.of());
}
