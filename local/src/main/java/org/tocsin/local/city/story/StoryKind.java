package org.tocsin.local.city.story;

import org.tocsin.local.city.world.Almanac;

/**
 * A story, how often it happens beside the others, and how long it takes at most.
 *
 * @param name the row of the domain pages it shows
 * @param core told at least once even in a small city
 */
public record StoryKind(String name, double weight, long length, boolean core, Story story) {

  public static StoryKind core(String name, double weight, int hours, Story story) {
    return new StoryKind(name, weight, hours * Almanac.HOUR, true, story);
  }

  public static StoryKind more(String name, double weight, int hours, Story story) {
    return new StoryKind(name, weight, hours * Almanac.HOUR, false, story);
  }
}
