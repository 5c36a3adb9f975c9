package org.tocsin.local.city.lookalike;

import java.util.List;
import org.tocsin.local.city.story.StoryKind;

/** Honest stories that resemble a pattern, under the name of the row they resemble. */
public final class LookAlikes {
  public static final List<StoryKind> ALL = List.of();

  private LookAlikes() {}
}
