package org.tocsin.local.city.story;

/** One way in which somebody is deceived, lends an account, or opens cards for others. */
@FunctionalInterface
public interface Story {
  /**
   * @throws Cast.NobodyFits when the city has nobody left for a part
   */
  void tell(Scene scene);
}
