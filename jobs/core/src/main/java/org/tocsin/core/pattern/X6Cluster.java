package org.tocsin.core.pattern;

import java.util.List;
import org.tocsin.core.rulebook.LinkRules;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.warning.Text;

/** X6: warnings that share an account or phone belong together. */
public final class X6Cluster extends LinkedRow {

  private static final long serialVersionUID = 1L;

  private final LinkRules.X6 settings;
  private final Words words;

  public X6Cluster(Rulebook rules) {
    this.settings = rules.links().x6();
    this.words = new Words(rules);
  }

  @Override
  public String id() {
    return "X6";
  }

  @Override
  public LinkRules.X6 settings() {
    return settings;
  }

  /** Why the shared account or phone is suspected. */
  public Text reason(int sharing, int inCluster) {
    return new Text(
        "%s内%d名被预警人与之有关联，所在串并案共%d人。"
            .formatted(words.lengthZh(settings.window().toMillis()), sharing, inCluster),
        "Within %s %d warned persons share it, in a cluster of %d."
            .formatted(words.lengthEn(settings.window().toMillis()), sharing, inCluster));
  }

  @Override
  public Card card() {
    return new Card(
        "Linked warnings",
        "串并",
        "Warnings that share a payee (a victim's, or one that mules sent on to), a calling number, a contact phone or device, or an account further down the"
            + " money's way, from three persons within a week: told as a link with the reason of every member, and"
            + " the shared account or phone is warned of; of a shared device, whoever pays from it. A warning found to be no scam still links. Who reports a"
            + " fraud, or of whom another centre warns, is one of them, with whom she paid in those days and who called"
            + " her before.",
        "Gangs that use a number and an account once.",
        List.of(
            "What everybody shares, a utility or a courier's desk: beyond a number of sharers it joins nobody",
            "Shops and exchanges join nobody",
            "A call centre nobody listed: a phone is a lead when two of its sharers are visited, not called",
            "Sharers warned by SMS only: the link is told, and what three share is only watched, however far the cluster reaches",
            "A foreman's workers: one transfer that brings several victims' money counts once"),
        "domain/mules.md, X6; Yichang, Tianjin: cases linked across reports");
  }
}
