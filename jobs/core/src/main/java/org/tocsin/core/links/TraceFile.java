package org.tocsin.core.links;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.tocsin.core.id.EntityKey;

/**
 * A fund trace as far as its accounts have told.
 *
 * @param open somebody wants to know: it is reported or found true
 * @param changes how often it has changed
 * @param told revision told last; 0 for none
 * @param asked a {@link Letter.Publish} is on its way
 */
@RecordBuilder
record TraceFile(
    String origin,
    EntityKey victim,
    boolean open,
    List<Place> places,
    int changes,
    int told,
    boolean asked) {

  static final TraceFile NOTHING = new TraceFile(null, null, false, List.of(), 0, 0, false);
}
