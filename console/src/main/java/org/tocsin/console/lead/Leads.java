package org.tocsin.console.lead;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tocsin.core.warning.Grade;
import org.tocsin.core.warning.Tier;

/** Puts together what belongs to one person, and the persons of one cluster. */
public final class Leads {

  private final List<LeadRow> rows;
  private final Map<String, Set<String>> clusters;
  private final Set<String> victims;
  private final Map<String, Set<String>> payers;
  private final Map<String, Long> left;

  private Leads(
      List<LeadRow> rows,
      Map<String, Set<String>> clusters,
      Set<String> victims,
      Map<String, Set<String>> payers,
      Map<String, Long> left) {
    this.rows = rows;
    this.clusters = joined(clusters, rows);
    this.victims = victims;
    this.payers = payers;
    this.left = left;
  }

  /**
   * @param rows the latest first
   * @param clusters members by the cluster's id
   * @param victims owners of warnings of victims
   * @param payers owners of victims' cases that name an account, by the account
   * @param left fen that can still be stopped, by account
   * @return the gravest first
   */
  public static List<Lead> of(
      List<LeadRow> rows,
      Map<String, Set<String>> clusters,
      Set<String> victims,
      Map<String, Set<String>> payers,
      Map<String, Long> left) {
    return new Leads(rows, clusters, victims, payers, left).all();
  }

  private List<Lead> all() {
    Map<String, List<LeadRow>> groups = new TreeMap<>();
    Map<String, String> ids = idsByOwner();
    for (LeadRow row : rows) {
      groups.computeIfAbsent(ids.get(row.owner()), id -> new ArrayList<>()).add(row);
    }
    return groups.entrySet().stream()
        .map(group -> lead(group.getKey(), group.getValue()))
        .filter(lead -> lead.warnings() > 0)
        .sorted(
            Comparator.comparing(Lead::grade)
                .thenComparing(Lead::victims)
                .thenComparing(Lead::warnings)
                .thenComparing(Lead::last)
                .reversed()
                .thenComparing(Lead::leadId))
        .toList();
  }

  /** Clusters that share a member, or a person and that person's card, are one, by the first id. */
  private static Map<String, Set<String>> joined(
      Map<String, Set<String>> clusters, List<LeadRow> rows) {
    Map<String, Set<String>> owners = new HashMap<>();
    rows.forEach(
        row -> owners.computeIfAbsent(row.subject(), any -> new HashSet<>()).add(row.owner()));
    Map<String, Set<String>> joined = new TreeMap<>();
    clusters.forEach(
        (id, members) -> {
          Set<String> all = new TreeSet<>(members);
          members.forEach(each -> all.addAll(owners.getOrDefault(each, Set.of())));
          String first = id;
          for (Map.Entry<String, Set<String>> other : Map.copyOf(joined).entrySet()) {
            if (!Collections.disjoint(other.getValue(), all)) {
              all.addAll(other.getValue());
              first = first.compareTo(other.getKey()) < 0 ? first : other.getKey();
              joined.remove(other.getKey());
            }
          }
          joined.put(first, all);
        });
    return joined;
  }

  /** A person has the id of the cluster that holds the person or a card; else of the first case. */
  private Map<String, String> idsByOwner() {
    Map<String, String> clusterOf = new HashMap<>();
    clusters.forEach((id, members) -> members.forEach(each -> clusterOf.putIfAbsent(each, id)));
    Map<String, String> ids = new HashMap<>();
    for (LeadRow row : rows) {
      String cluster = clusterOf.getOrDefault(row.owner(), clusterOf.get(row.subject()));
      if (cluster != null) {
        ids.put(row.owner(), cluster);
      }
    }
    // The latest come first, so what stays is the first case.
    Set<String> clustered = new HashSet<>(ids.keySet());
    for (LeadRow row : rows) {
      if (!clustered.contains(row.owner())) {
        ids.put(row.owner(), row.caseId());
      }
    }
    return ids;
  }

  private Lead lead(String id, List<LeadRow> of) {
    Set<String> accounts = cards(of, "ACCOUNT");
    LeadRow gravest = of.stream().max(Comparator.comparingInt(LeadRow::grade)).orElseThrow();
    return new Lead(
        id,
        texts(of, LeadRow::owner),
        accounts,
        cards(of, "PHONE"),
        texts(of, LeadRow::caseId),
        texts(of, LeadRow::pattern),
        Grade.values()[gravest.grade()],
        Tier.values()[of.stream().mapToInt(LeadRow::tier).max().orElseThrow()],
        (int) of.stream().filter(LeadRow::ofTheDay).map(LeadRow::warningId).distinct().count(),
        of.get(of.size() - 1).at(),
        of.get(0).at(),
        of.stream()
            .map(LeadRow::amountMinor)
            .filter(java.util.Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        of.stream()
            .map(LeadRow::region)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null),
        victims(id, accounts).size(),
        (int)
            of.stream()
                .filter(LeadRow::ofTheDay)
                .flatMap(row -> row.events().stream())
                .distinct()
                .count(),
        texts(of, LeadRow::conclusion),
        gravest.reasonZh(),
        gravest.reasonEn(),
        accounts.stream()
            .map(left::get)
            .filter(java.util.Objects::nonNull)
            .reduce(Long::sum)
            .orElse(null));
  }

  /** Of the cluster, and those who are known only by the account they paid. */
  private Set<String> victims(String id, Set<String> accounts) {
    Set<String> all =
        clusters.getOrDefault(id, Set.of()).stream()
            .filter(victims::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    accounts.forEach(account -> all.addAll(payers.getOrDefault(account, Set.of())));
    return all;
  }

  private static Set<String> texts(
      List<LeadRow> of, java.util.function.Function<LeadRow, String> field) {
    return of.stream()
        .map(field)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> cards(List<LeadRow> of, String kind) {
    Set<String> cards = new LinkedHashSet<>();
    for (LeadRow row : of) {
      if (row.subjectKind().equals(kind)) {
        cards.add(row.subject());
      }
      cards.addAll(kind.equals("ACCOUNT") ? row.accounts() : row.phones());
    }
    return cards;
  }
}
