package org.tocsin.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.tocsin.core.detect.Finding;
import org.tocsin.core.detect.MessageKeys;
import org.tocsin.core.detect.OwnershipStage;
import org.tocsin.core.detect.ProfileStage;
import org.tocsin.core.detect.Routed;
import org.tocsin.core.detect.Router;
import org.tocsin.core.detect.SequenceStage;
import org.tocsin.core.detect.StandingStage;
import org.tocsin.core.event.Event;
import org.tocsin.core.rulebook.Rulebook;
import org.tocsin.core.signal.Evidence;
import org.tocsin.core.signal.Message;
import org.tocsin.core.signal.Signal;
import org.tocsin.core.stage.Labelled;
import org.tocsin.core.stage.Stage;
import org.tocsin.core.stage.Turn;
import org.tocsin.core.warning.Warning;
import org.tocsin.detection.sequence.Sequences;
import org.tocsin.runtime.rulebook.RulebookLoader;

/**
 * The stages of detection one behind the other, without Flink: state in maps, events by hand. Every
 * story holds signals and warnings to their evidence: events that came, each with its own time.
 */
public final class Chain {

  public static final Rulebook RULES = RulebookLoader.standard();

  private final Link<Routed, ?, Message> profiles;
  private final Link<Message, ?, Message> standings;
  private final Link<Message, ?, Message> owners;
  private final Link<Message, ?, Finding> sequences;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Signal> signals = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Set<Long>> came = new HashMap<>();
  private long watermark = Long.MIN_VALUE;
  private long now;

  public Chain() {
    profiles = new Link<>(new ProfileStage(RULES), Routed::key);
    standings = new Link<>(new StandingStage(RULES), MessageKeys::standing);
    owners = new Link<>(new OwnershipStage(RULES), MessageKeys::ownership);
    sequences =
        new Link<>(new SequenceStage(RULES, Sequences.engine(RULES)), MessageKeys::sequence);
  }

  /** Feeds events as they come; the watermark is the newest time so far less a minute. */
  public Chain feed(Collection<? extends Event> events) {
    for (Event event : events) {
      ahead(List.of(event));
      passed(event.eventTime() - 60_000);
    }
    return this;
  }

  /** Feeds events that are read while another partition, which holds event time, is behind. */
  public Chain ahead(Collection<? extends Event> events) {
    for (Event event : events) {
      now = event.eventTime();
      came.computeIfAbsent(
              event.stream() + "/" + event.source() + "/" + event.eventId(), any -> new TreeSet<>())
          .add(event.eventTime());
      Router.route(event).forEach(routed -> profiles.take(routed, this::onMessage));
    }
    return this;
  }

  /** Lets event time pass, and nothing happen. */
  public Chain until(String time) {
    passed(Story.at(time));
    return this;
  }

  private void passed(long time) {
    if (time > watermark) {
      watermark = time;
      sequences.wake(this::found);
    }
  }

  private void onMessage(Message message) {
    standings.take(
        message,
        standing ->
            owners.take(
                standing,
                owned -> {
                  if (owned instanceof Signal signal) {
                    check(signal.evidence());
                    signals.add(signal);
                  }
                  sequences.take(owned, this::found);
                }));
  }

  private void found(Finding finding) {
    if (finding instanceof Finding.Raised raised) {
      List<Evidence> evidence = raised.warning().evidence();
      check(evidence);
      assertThat(raised.warning().eventTime())
          .isEqualTo(evidence.get(evidence.size() - 1).eventTime());
    }
    findings.add(finding);
  }

  private void check(List<Evidence> evidence) {
    assertThat(evidence).isNotEmpty();
    for (Evidence each : evidence) {
      assertThat(came.get(each.stream() + "/" + each.source() + "/" + each.eventId()))
          .as("%s", each)
          .contains(each.eventTime());
    }
  }

  public List<Warning> warnings() {
    return findings.stream()
        .filter(Finding.Raised.class::isInstance)
        .map(each -> ((Finding.Raised) each).warning())
        .toList();
  }

  public List<Warning> warnings(String pattern) {
    return warnings().stream().filter(each -> each.pattern().equals(pattern)).toList();
  }

  public List<Finding.Held> held() {
    return findings.stream()
        .filter(Finding.Held.class::isInstance)
        .map(Finding.Held.class::cast)
        .toList();
  }

  public List<Signal> signals() {
    return signals;
  }

  public List<Finding> findings() {
    return findings;
  }

  /** Of a metric, whatever its labels. */
  public int count(String name) {
    return counts.entrySet().stream()
        .filter(each -> Labelled.parse(each.getKey()).name().equals(name))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** All states of the profile stage. */
  public Collection<?> profileStates() {
    return profiles.states.values();
  }

  public Collection<?> sequenceStates() {
    return sequences.states.values();
  }

  public Collection<?> standingStates() {
    return standings.states.values();
  }

  public Collection<?> ownerStates() {
    return owners.states.values();
  }

  private final class Link<I, S, O> {
    private final Stage<I, S, O> stage;
    private final ToLongFunction<I> key;
    final Map<Long, S> states = new HashMap<>();
    private final TreeMap<Long, Set<Long>> wakes = new TreeMap<>();

    Link(Stage<I, S, O> stage, ToLongFunction<I> key) {
      this.stage = stage;
      this.key = key;
    }

    void take(I input, java.util.function.Consumer<O> next) {
      long at = key.applyAsLong(input);
      handle(at, turn -> stage.onInput(at, states.get(at), input, turn), next);
    }

    /** Every wake-up asked for that is due, in order of time. */
    void wake(java.util.function.Consumer<O> next) {
      while (!wakes.isEmpty() && wakes.firstKey() <= watermark) {
        Map.Entry<Long, Set<Long>> due = wakes.pollFirstEntry();
        now = due.getKey();
        for (long at : due.getValue()) {
          handle(at, turn -> stage.onTime(at, states.get(at), turn), next);
        }
      }
    }

    private void handle(
        long at, Function<Turn<O>, S> handling, java.util.function.Consumer<O> next) {
      Deque<O> out = new ArrayDeque<>();
      S state =
          handling.apply(
              new Turn<O>() {
                @Override
                public long now() {
                  return now;
                }

                @Override
                public long watermark() {
                  return watermark;
                }

                @Override
                public void emit(O output) {
                  out.add(output);
                }

                @Override
                public void wakeAt(long time) {
                  wakes.computeIfAbsent(time, any -> new TreeSet<>()).add(at);
                }

                @Override
                public void count(String metric) {
                  counts.merge(metric, 1, Integer::sum);
                }
              });
      if (state == null) {
        states.remove(at);
      } else {
        states.put(at, state);
      }
      out.forEach(next);
    }
  }
}
