package org.tocsin.console.web;

import java.time.LocalDate;
import java.util.List;
import org.tocsin.console.lead.Lead;
import org.tocsin.console.report.Period;

/**
 * What the page of leads shows.
 *
 * @param region the beginning of a region's code; null for all
 * @param all how many leads the day has
 * @param leads the first of them
 */
public record LeadsView(Period day, String region, LocalDate today, int all, List<Lead> leads) {

  public String address(Period of) {
    return "/leads?" + query(of);
  }

  public String csvAddress() {
    return "/leads.csv?" + query(day);
  }

  private String query(Period of) {
    return "day=" + of.first() + (region == null ? "" : "&region=" + region);
  }
}
