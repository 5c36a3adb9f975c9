package org.tocsin.local.city.story;

import java.util.List;

/** Every story that can be told, with its share of all stories. */
public final class Stories {
  public static final List<StoryKind> ALL =
      List.of(
          StoryKind.core("V1", 10, 12, new V1Impersonation()),
          StoryKind.core("V1 gathering", 4, 6, new V1Gathering()),
          StoryKind.core("V2", 12, 12, new V2CustomerService()),
          StoryKind.core("V3", 14, 60, new V3TaskRebate()),
          StoryKind.core("B2", 9, 20, new B2FastInFastOut()),
          StoryKind.core("P1", 9, 170, new P1FanOut()),
          StoryKind.core("O3", 9, 220, new O3SharedContact()));

  private Stories() {}
}
