package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.warning.Level;

/**
 * What is kept of whom warnings are about.
 *
 * @param accounts of a person, the latest
 * @param records hashes of the transactions that made her a suspected victim, the latest
 * @param suspectedAt when a warning last said so that somebody is sent to her; 0 for never
 * @param losses what she lost by reports and findings, the latest
 * @param cases never null
 * @param cluster the oldest it is known to belong to; null while in none
 * @param alarm null while not warned as a victim
 * @param cohorts null while not warned of as one of a group at an outlet, nor of fast in, fast out
 */
@RecordBuilder
record OwnerFile(
    List<String> accounts,
    long[] records,
    long suspectedAt,
    List<Letter.Lost> losses,
    Cases cases,
    ClusterId cluster,
    Alarm alarm,
    Cohort.Ties cohorts) {

  OwnerFile {
    cases = cases == null ? Cases.NONE : cases;
  }

  /** The latest warning as a victim. */
  record Alarm(Level level, long time) {}

  static final int ACCOUNTS_MAX = 32;
  static final int RECORDS_MAX = 48;
  static final int LOSSES_MAX = 4;

  static final OwnerFile NOTHING =
      new OwnerFile(List.of(), new long[0], 0, List.of(), Cases.NONE, null, null, null);
}
