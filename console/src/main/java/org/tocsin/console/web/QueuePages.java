package org.tocsin.console.web;

import io.javalin.http.Context;
import java.util.Map;
import org.tocsin.console.store.AuditStore;
import org.tocsin.console.store.QueueStore;
import org.tocsin.console.wire.OutcomeSender;
import org.tocsin.core.gate.Operator;

/** The operator's queue: what the rule breaker holds back, and the word on it. */
final class QueuePages {

  private static final int WARNINGS_MAX = 100;
  private static final int UNMATCHED_MAX = 50;

  private final QueueStore queue;
  private final AuditStore audit;
  private final OutcomeSender outcomes;
  private final Visitor visitor;

  QueuePages(QueueStore queue, AuditStore audit, OutcomeSender outcomes, Visitor visitor) {
    this.queue = queue;
    this.audit = audit;
    this.outcomes = outcomes;
    this.visitor = visitor;
  }

  void show(Context ctx) {
    ctx.render(
        "queue.jte",
        Map.of(
            "shell",
            visitor.shell(ctx),
            "view",
            new QueueView(
                Tokens.fresh(),
                queue.patterns(),
                queue.warnings(WARNINGS_MAX),
                queue.unmatched(UNMATCHED_MAX))));
  }

  /** A supervisor lets a pattern or a single case go on, or drops it. */
  void decide(Context ctx) {
    QueueForm form = QueueForm.of(ctx);
    boolean waits =
        form.aboutPattern() ? queue.holdsPattern(form.pattern()) : queue.holdsCase(form.about());
    if (!waits) {
      throw new DeskException(409, "NOTHING_HELD");
    }
    DeskException.unlessSent(outcomes.send(form.draft(Visitor.user(ctx))), 400, "BAD_REQUEST");
    audit.add(
        Visitor.user(ctx),
        form.word().equals(Operator.RELEASE)
            ? AuditStore.Action.RELEASED_HELD
            : AuditStore.Action.DROPPED_HELD,
        form.about());
    visitor.leaveNotice(ctx, "queueDecided");
    ctx.redirect("/queue");
  }
}
