package org.tocsin.linking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.event.Event;
import org.tocsin.core.id.EntityKey;
import org.tocsin.core.links.Letter;
import org.tocsin.core.links.Link;
import org.tocsin.core.links.LinkInput;
import org.tocsin.core.links.LinkOutput;
import org.tocsin.core.links.LinkRouter;
import org.tocsin.core.links.LinkStage;
import org.tocsin.core.links.LinkState;
import org.tocsin.core.links.Mail;
import org.tocsin.core.links.Tie;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Level;
import org.tocsin.core.warning.Warning;
import org.tocsin.runtime.rulebook.RulebookLoader;

/** The rooms of the linking job without Flink: state in a map, letters in a row. */
final class Rooms {

  static final Rulebook RULES = RulebookLoader.standard();

  private final LinkStage stage;
  private final Map<Long, LinkState> states = new HashMap<>();
  private final List<LinkOutput> outputs = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Deque<Mail> waiting = new ArrayDeque<>();
  private long now;

  Rooms() {
    this(RULES);
  }

  Rooms(Rulebook rules) {
    this.stage = new LinkStage(rules);
  }

  Rooms feed(Collection<? extends Event> events) {
    events.forEach(event -> take(new LinkInput.EventSeen(event)));
    return this;
  }

  Rooms take(LinkInput input) {
    now = input.time();
    waiting.addAll(LinkRouter.route(input, RULES.currency()));
    for (Mail mail = waiting.poll(); mail != null; mail = waiting.poll()) {
      LinkState state = stage.onInput(mail.key(), states.get(mail.key()), mail, new Handling());
      if (state == null) {
        states.remove(mail.key());
      } else {
        states.put(mail.key(), state);
      }
    }
    return this;
  }

  /** As detection does: the warning, and to what it names. */
  Rooms warned(Warning warning, EntityKey... shared) {
    take(new LinkInput.WarningSeen(warning));
    for (EntityKey each : shared) {
      Tie tie =
          new Tie(
              EntityKey.person(warning.person()),
              each,
              "shares it",
              Level.of(warning.grade()),
              warning.eventTime(),
              warning.evidence().get(0));
      take(new LinkInput.MailSeen(Mail.to(each, warning.eventTime(), new Letter.Edge(tie))));
    }
    return this;
  }

  /** Of each cluster that has members what was told last. */
  List<Link> clusters() {
    Map<String, Link> last = new TreeMap<>();
    for (Link link : links()) {
      if (link.kind() == Link.Kind.CLUSTER) {
        last.put(link.linkId(), link);
      }
    }
    return last.values().stream().filter(link -> !link.members().isEmpty()).toList();
  }

  List<Warning> ownWarnings(String pattern) {
    return ownWarnings().stream().filter(each -> each.pattern().equals(pattern)).toList();
  }

  List<LinkOutput> outputs() {
    return outputs;
  }

  List<Link> links() {
    return outputs.stream()
        .filter(LinkOutput.LinkTold.class::isInstance)
        .map(each -> ((LinkOutput.LinkTold) each).link())
        .toList();
  }

  /** Of each trace what was told last. */
  List<Link> traces() {
    Map<String, Link> last = new TreeMap<>();
    for (Link link : links()) {
      if (link.kind() == Link.Kind.TRACE) {
        last.put(link.linkId(), link);
      }
    }
    return List.copyOf(last.values());
  }

  /** The one trace there is, as told last. */
  Link trace() {
    List<Link> traces = traces();
    if (traces.size() != 1) {
      throw new AssertionError("traces: " + traces);
    }
    return traces.get(0);
  }

  List<Warning> ownWarnings() {
    return outputs.stream()
        .filter(LinkOutput.Warned.class::isInstance)
        .map(LinkOutput.Warned.class::cast)
        .filter(LinkOutput.Warned::own)
        .map(LinkOutput.Warned::warning)
        .toList();
  }

  Collection<LinkState> states() {
    return states.values();
  }

  int count(String metric) {
    return counts.getOrDefault(metric, 0);
  }

  private final class Handling implements Turn<LinkOutput> {

    @Override
    public long now() {
      return now;
    }

    @Override
    public long watermark() {
      return Long.MIN_VALUE;
    }

    @Override
    public void emit(LinkOutput output) {
      if (output instanceof LinkOutput.Posted posted) {
        waiting.add(posted.mail());
      } else {
        outputs.add(output);
      }
    }

    @Override
    public void wakeAt(long time) {
      throw new AssertionError("no room asks for time");
    }

    @Override
    public void count(String metric) {
      counts.merge(metric, 1, Integer::sum);
    }
  }
}
