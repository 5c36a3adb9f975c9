package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A cluster of warnings.
 *
 * @param ties bounded
 * @param into the older cluster it is one with; null while it stands for itself
 * @param changes how often it has changed
 * @param told revision told last; 0 for none
 * @param asked a {@link Letter.Publish} is on its way
 */
@RecordBuilder
record ClusterFile(
    ClusterId id, List<Tie> ties, ClusterId into, int changes, int told, boolean asked) {

  static final ClusterFile NOTHING = new ClusterFile(null, List.of(), null, 0, 0, false);
}
