package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Who is warned and shares this account, phone or contact.
 *
 * @param ties one for each of them, within the window, bounded
 * @param hub more share it than belong together for it
 * @param cluster null while fewer than two share it
 */
@RecordBuilder
record SharedFile(List<Tie> ties, boolean hub, ClusterId cluster) {

  static final SharedFile NOTHING = new SharedFile(List.of(), false, null);
}
