package org.tocsin.local.city.world;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tocsin.core.event.Clue;
import org.tocsin.core.event.ClueBuilder;
import org.tocsin.core.event.Event;
import org.tocsin.core.event.Outcome;
import org.tocsin.core.event.OutcomeBuilder;

/** What comes from police lists and from a centre that already tried to reach somebody. */
public final class Centre {
  private final Tokens tokens;
  private final Consumer<Event> out;

  public Centre(Tokens tokens, Consumer<Event> out) {
    this.tokens = tokens;
    this.out = out;
  }

  public Clue clue(long at, Clue.Kind kind, UnaryOperator<ClueBuilder> about) {
    ClueBuilder record =
        ClueBuilder.builder()
            .eventId(tokens.event('u'))
            .source(Institutions.CENTRE)
            .eventTime(at)
            .kind(kind);
    Clue clue = about.apply(record).build();
    out.accept(clue);
    return clue;
  }

  public Outcome called(long at, Person person, Outcome.Result result) {
    Outcome outcome =
        OutcomeBuilder.builder()
            .eventId(tokens.event('r'))
            .source(Institutions.CENTRE)
            .eventTime(at)
            .person(person.token)
            .step(Outcome.Step.CALL)
            .result(result)
            .build();
    out.accept(outcome);
    return outcome;
  }
}
