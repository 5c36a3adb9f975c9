package org.tocsin.console.lead;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.tocsin.console.report.Csv;
import org.tocsin.schemas.Times;

/** The leads of a day as CSV, one a line; several tokens in a field stand apart by a space. */
public final class LeadCsv {

  private static final String HEAD =
      "lead,grade,tier,patterns,persons,accounts,phones,cases,warnings,firstAt,lastAt,region,"
          + "amountMinor,victims,conclusions,reasonZh,reasonEn,leftMinor,events\r\n";

  private LeadCsv() {}

  public static String of(List<Lead> leads, ZoneId zone) {
    StringBuilder out = new StringBuilder(HEAD);
    for (Lead lead : leads) {
      out.append(
          String.join(
              ",",
              Csv.quoted(lead.leadId()),
              lead.grade().name(),
              lead.tier().name(),
              joined(lead.patterns()),
              joined(lead.persons()),
              joined(lead.accounts()),
              joined(lead.phones()),
              joined(lead.cases()),
              Integer.toString(lead.warnings()),
              time(lead.first(), zone),
              time(lead.last(), zone),
              Csv.quoted(lead.region()),
              lead.amountMinor() == null ? "" : lead.amountMinor().toString(),
              Integer.toString(lead.victims()),
              joined(lead.conclusions()),
              Csv.quoted(lead.reasonZh()),
              Csv.quoted(lead.reasonEn()),
              lead.leftMinor() == null ? "" : lead.leftMinor().toString(),
              Integer.toString(lead.events())));
      out.append("\r\n");
    }
    return out.toString();
  }

  private static String joined(Collection<String> texts) {
    return Csv.quoted(String.join(" ", texts));
  }

  private static String time(Instant at, ZoneId zone) {
    return Times.format(at.toEpochMilli(), zone);
  }
}
