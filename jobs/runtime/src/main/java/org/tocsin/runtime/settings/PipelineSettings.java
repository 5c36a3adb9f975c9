package org.tocsin.runtime.settings;

import java.io.Serializable;
import org.tocsin.runtime.fold.FoldSettings;
import org.tocsin.runtime.fold.TimeSource;

/**
 * What a pipeline is given besides its streams and rulebook.
 *
 * @param time what the stages take for now
 * @param fold how keyed steps keep their state
 */
public record PipelineSettings(TimeSource time, FoldSettings fold) implements Serializable {

  /** The wall clock, and default folds. */
  public static PipelineSettings live() {
    return new PipelineSettings(TimeSource.wall(), FoldSettings.DEFAULT);
  }

  /** The event-time clock, and default folds. */
  public static PipelineSettings replay() {
    return new PipelineSettings(TimeSource.event(), FoldSettings.DEFAULT);
  }

  public PipelineSettings withFold(FoldSettings changed) {
    return new PipelineSettings(time, changed);
  }

  public PipelineSettings withTime(TimeSource changed) {
    return new PipelineSettings(changed, fold);
  }
}
