package org.tocsin.core.rulebook;

import java.io.Serializable;
import java.time.Duration;

/** The settings of the card-opening rows. */
public record OpeningRules(O3 o3, O1 o1, O2 o2, O4 o4, O5 o5, O6 o6, O7 o7, O8 o8)
    implements Serializable {

  /**
   * Shared contact.
   *
   * @param personsMin different persons with one contact phone or device …
   * @param window … within it
   * @param minorBelowAge younger persons may have a proxy, years
   * @param elderlyFromAge older persons may have a proxy, years
   */
  public record O3(int personsMin, Duration window, int minorBelowAge, int elderlyFromAge)
      implements Serializable {}

  /**
   * Burst of applications.
   *
   * @param institutionsMin at so many different institutions …
   * @param window … within it
   * @param simsMin or for so many SIMs …
   * @param bankCardsMin … and so many bank cards …
   * @param cardsWindow … within it
   */
  public record O1(
      int institutionsMin, Duration window, int simsMin, int bankCardsMin, Duration cardsWindow)
      implements Serializable {}

  /**
   * Over quota.
   *
   * @param simsMax SIMs a person may have with one operator
   * @param classOneMax class-I accounts a person may have in one bank
   */
  public record O2(int simsMax, int classOneMax) implements Serializable {}

  /**
   * Group at one outlet.
   *
   * @param personsMin so many different persons with something in common …
   * @param window … apply within it
   * @param familyMax at most so many of an age to have a proxy come with one of the family
   */
  public record O4(int personsMin, Duration window, int familyMax) implements Serializable {}

  /**
   * Out of province, which only weighs.
   *
   * @param points added to the score of another row
   * @param footprintAge a card opened in the province so long before binds a person to it
   */
  public record O5(int points, Duration footprintAge) implements Serializable {}

  /**
   * Punished persons.
   *
   * @param pendingFor an application up to so long before the person was listed is told as well
   */
  public record O6(Duration pendingFor) implements Serializable {}

  /**
   * Refused and tries again.
   *
   * @param refusalsMin refused so often …
   * @param window … within it before the application
   */
  public record O7(int refusalsMin, Duration window) implements Serializable {}

  /**
   * A victim being made a mule.
   *
   * @param afterCall the application comes during the call or within it after its end
   * @param window the whole sequence, from the beginning of the call
   */
  public record O8(Duration afterCall, Duration window) implements Serializable {}
}
