package eu.waymark.platform.persistence.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Puts refusals on record. Those of a flood are counted and become one event when their minute is over; one that names a
 * child never is, for it tells who was after that child.
 */
@Singleton
class Refusals {

    /** Note with the method and path that was refused, without ids. */
    static final String OPERATION = "operation";

    /** Of one actor, type, operation and code in one minute, this many have an event each. */
    static final int EACH_ON_RECORD = 10;

    private final AuditOutbox outbox;
    private final RefusalCounts counts;
    private final Clock clock;

    Refusals(AuditOutbox outbox, RefusalCounts counts, Clock clock) {
        this.outbox = outbox;
        this.counts = counts;
        this.clock = clock;
    }

    /** Writes the event of a refusal, or counts it, in the running transaction. */
    void write(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        if (!trail.subjects().isEmpty() || count(type, actor, trail, outcome) <= EACH_ON_RECORD) {
            outbox.write(type, actor, trail, outcome);
        }
    }

    private int count(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        var operation = trail.notes().getOrDefault(OPERATION, "");
        var summary = EventBody.of(type, actor, outcome);
        if (!operation.isEmpty()) {
            EventBody.note(summary, OPERATION, operation);
        }
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return counts.add(
                new RefusalCounts.Kind(
                        actor.caller().subject(), type.code(), operation, String.valueOf(outcome.problem()), minute),
                summary);
    }
}
